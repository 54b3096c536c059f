"""Every measure with a published example is held to it, or is left out for a reason said here."""

import subprocess
import sys

import pytest

import workbench.agreement
from tests.agreement.published import ABSENT, VECTORS, known_metrics

HELD = {
    "test_coefficients": {
        "cohen_kappa",
        "scott_pi",
        "fleiss_kappa",
        "krippendorff_alpha_nominal",
        "krippendorff_alpha_ordinal",
        "krippendorff_alpha_interval",
        "masi_distance",
    },
    "test_spans": {"semeval_span_scores"},
    "test_unitizing": {
        "u_alpha_2016",
        "u_alpha_2016_binary",
        "u_alpha_2016_coding",
        "u_alpha_2016_per_value",
    },
    "test_unitizing_1995": {"alpha_u_1995", "alpha_u_1995_unit_distance"},
    "test_disorder": {
        "gamma",
        "gamma_best_alignment_disorder_batch",
        "gamma_pair_dissimilarity",
        "gamma_positional_dissimilarity",
    },
}
LEFT_OUT = {
    "bennett_s": "takes every label to be as likely as any other, which no layer of a scheme is",
    "randolph_kappa": "Bennett's S of several annotators",
    "krippendorff_alpha_ratio": "no value in a scheme is a quantity with a zero of its own",
    "krippendorff_alpha_setdistance": "sets are compared by MASI, one measure being enough",
    "krippendorff_alpha_masi_dkpro_variant": "another formula of that name; Passonneau's is used",
    "dice_agreement": "not corrected for chance; the span F1 is that of spans",
    "boundary_similarity": "for texts cut into segments, without labels and gaps",
}


@pytest.mark.skipif(not VECTORS.exists(), reason=ABSENT)
def test_every_published_measure_is_held_or_left_out_for_a_reason() -> None:
    held = set().union(*HELD.values())
    assert known_metrics() == held | LEFT_OUT.keys()
    assert not held & LEFT_OUT.keys()


def test_every_measure_can_be_had_from_the_room() -> None:
    for name in workbench.agreement._HOMES:
        assert callable(getattr(workbench.agreement, name))
        assert name in dir(workbench.agreement)
    with pytest.raises(AttributeError, match="no attribute 'delta'"):
        _ = workbench.agreement.delta


def test_the_room_itself_loads_no_arithmetic() -> None:
    code = "import sys, workbench.agreement; print({'numpy', 'scipy'} & sys.modules.keys())"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "set()"
