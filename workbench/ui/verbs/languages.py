"""Which language the window speaks. It changes at once: a new window takes the old one's place.

Texts are said when widgets are made, and a window is made in a moment; so it is made anew instead
of teaching every widget to say its texts twice. A window whose jobs are at work is not closed over
a language: that one changes at the next start.
"""

from workbench.ui.language import translate
from workbench.ui.preferences import Preferences
from workbench.ui.window import Window


class LanguageVerbs:
    """Chooses the language of the window."""

    def __init__(self, window: Window, preferences: Preferences) -> None:
        self._window = window
        self._preferences = preferences

    def system_language(self) -> None:
        """Speak the language that the system speaks."""
        self._speak("")

    def english(self) -> None:
        """Speak English."""
        self._speak("en")

    def german(self) -> None:
        """Speak German."""
        self._speak("de")

    def _speak(self, language: str) -> None:
        if language == self._preferences.settings.language:
            return
        self._preferences.change(language=language)
        if self._window.jobs.busy():
            self._window.message.say(
                translate(
                    "LanguageVerbs",
                    "The language changes at the next start, since there is work going on.",
                )
            )
        else:
            self._window.renew()
