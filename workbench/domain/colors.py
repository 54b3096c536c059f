"""The arithmetic of colours: what one looks like over another, and how far it stands out from it.

A colour is written "#rrggbb". Label colours are chosen by people, so that none can be trusted to
be seen on a page of any look before it was drawn towards the colour of the text.
"""

Rgb = tuple[float, float, float]


def rgb(color: str) -> Rgb:
    """The three channels of "#rrggbb", from 0 to 1."""
    return (
        int(color[1:3], 16) / 255,
        int(color[3:5], 16) / 255,
        int(color[5:7], 16) / 255,
    )


def hexed(color: Rgb) -> str:
    """Three channels as "#rrggbb"."""
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in color)


def blend(over: str, base: str, share: float) -> str:
    """A colour laid over another with a share from 0 to 1."""
    red, green, blue = (
        upper * share + lower * (1 - share)
        for upper, lower in zip(rgb(over), rgb(base), strict=True)
    )
    return hexed((red, green, blue))


def luminance(color: str) -> float:
    """The relative luminance of WCAG 2, from 0 to 1."""
    red, green, blue = map(_linear, rgb(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    """A channel of sRGB as linear light."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2 between two colours, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def standing_out(color: str, *, text: str, ground: str, least: float) -> str:
    """A colour drawn towards that of the text until it has a contrast to the ground."""
    towards = 0.0
    while True:
        drawn = blend(text, color, towards)
        if towards >= 1 or contrast(drawn, ground) >= least:
            return drawn
        towards += 0.05
