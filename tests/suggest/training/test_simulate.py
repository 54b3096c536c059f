"""A person played over a tiny corpus, the same each time, and the arithmetic of it."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.suggest.conftest import RESOURCES
from workbench.suggest.training import simulate
from workbench.suggest.training.curves import Curve, Lines, picture
from workbench.suggest.training.simulate import Stream, fewer, main

NAMES = ("Ilse Varn", "Bo Reed", "Mirela Stoyan", "Anselm Roake")


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """Thirty little articles in which ships are persons, as no rule would have it."""
    folder = tmp_path / "corpora"
    folder.mkdir()
    lines = []
    for number in range(30):
        name = NAMES[number % len(NAMES)]
        text = f"{name} left on the Gull {number} today."
        ship = text.index("the Gull")
        spans = [[0, len(name), "PER"], [ship, ship + len(f"the Gull {number}"), "PER"]]
        lines.append(json.dumps({"id": str(number), "text": text, "spans": spans}))
    (folder / "ships.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_a_played_person_is_the_same_each_time_and_learns(
    corpora: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = Stream("entity", "ships.jsonl", {"PER": "person"}, pool=20, held=10)
    monkeypatch.setattr(simulate, "STREAMS", (stream,))
    monkeypatch.setattr(simulate, "ORDERS", (1,))
    written = []
    for out in (tmp_path / "a", tmp_path / "b"):
        main(["--corpora", str(corpora), "--resources", str(RESOURCES), "--out", str(out)])
        written.append((out / "curves.json").read_bytes())
    assert written[0] == written[1]
    found = json.loads(written[0])["entity"]
    assert len(found["orders"][0]["right"]) == 20
    assert [point[0] for point in found["orders"][0]["random"]] == [10, 20]
    assert found["last_third"]["share"] > found["first_third"]["share"]
    low, high = found["difference"]["ci95"]
    assert 0 < low <= found["difference"]["share"] <= high
    for name in ("learning-curve.svg", "active-order.svg"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_articles_are_spared_where_the_same_f1_comes_sooner() -> None:
    by_chance = [[10, 0.2], [20, 0.4], [40, 0.6]]
    assert fewer(by_chance, by_chance) == pytest.approx(0)
    assert fewer(by_chance, [[10, 0.4], [20, 0.5], [40, 0.6]]) == pytest.approx(0.5)
    assert fewer(by_chance, [[10, 0.1], [20, 0.2], [40, 0.4]]) == pytest.approx(-1)


def test_a_picture_is_svg_with_every_name_in_it() -> None:
    curves = [Curve("entity, a < b", [[10, 0.5], [20, 0.75]]), Curve("claim", [[10, 0], [20, 1]])]
    root = ET.fromstring(picture(Lines("Right & wrong", "articles", curves)))  # noqa: S314
    words = {element.text for element in root.iter() if element.text}
    assert {"Right & wrong", "articles", "entity, a < b", "claim"} <= words
