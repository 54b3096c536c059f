"""Arithmetic on annotations: no input, no output."""

from importlib import import_module
from typing import Any

# Where the measures are; each is loaded when it is asked for, since some of them load NumPy.
_HOMES = {
    "cohen_kappa": "coefficients",
    "scott_pi": "coefficients",
    "fleiss_kappa": "coefficients",
    "nominal_alpha": "coefficients",
    "ordinal_alpha": "coefficients",
    "interval_alpha": "coefficients",
    "masi_alpha": "coefficients",
    "masi_distance": "coefficients",
    "span_f1": "spans",
    "unitizing_alpha": "unitizing",
    "unitizing_alpha_binary": "unitizing",
    "cu_alpha": "unitizing",
    "u_alpha_per_label": "unitizing",
    "unitizing_alpha_1995": "unitizing_1995",
    "gamma": "disorder",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the measure's own room says
    """A measure by its name."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """What can be asked for."""
    return [*globals(), *_HOMES]
