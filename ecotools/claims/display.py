"""A claim as one sees it: the quote alone, and the quote beside what was recomputed."""

from dataclasses import dataclass
from html import escape

from ecotools.sources import places
from ecotools.sources.table import sources

# Without the class, JupyterLab takes what stands between two dollar signs for a formula.
_START = '<div class="mathjax_ignore tex2jax_ignore" style="max-width:60em;line-height:1.5">'
_LEFT = "text-align:left;vertical-align:top"


@dataclass(frozen=True, repr=False)
class Quote:
    """What a document says, and where.

    Attributes
    ----------
    claim_id, seed, lines, section : str
        Which claim, and where it stands: the three digits of the document, its lines, its section.
    quoted : str
        The figure and what it is said of.
    """

    claim_id: str
    seed: str
    lines: str
    section: str
    quoted: str

    @property
    def place(self) -> str:
        """Document and sections, in words."""
        return places(self.seed, self.lines)

    @property
    def said_by(self) -> str:
        """The document by the name that readers know it by, with the section."""
        (name,) = [source.name for source in sources() if source.id == self.seed]
        return f"The {name} says ({self.section}):"

    def __repr__(self) -> str:
        return f"{self.said_by}\n  {self.quoted}"

    def _repr_html_(self) -> str:
        where = escape(self.said_by)
        said = f'<blockquote style="margin:.4em 1em">{escape(self.quoted)}</blockquote>'
        return f"{_START}<div>{where}</div>{said}</div>"


@dataclass(frozen=True, repr=False)
class Recomputed(Quote):
    """A claim beside what comes out when one recomputes it.

    Attributes
    ----------
    expression : str
        What was computed; empty where nothing can be.
    value : int, float, tuple or None
        What came out; None where nothing can be computed.
    agrees : bool or None
        Whether the figures agree; None where arithmetic cannot tell.
    verdict, note : str
        What to make of it, and why.
    reason : str
        Why there is no value; empty where there is one.
    """

    expression: str
    value: int | float | bool | tuple | None
    agrees: bool | None
    verdict: str
    note: str
    reason: str

    def __repr__(self) -> str:
        lines = [f"  {label + ':':11} {text}" for label, text in self._rows()]
        return "\n".join([f"Claim {self.claim_id} ({self.place}): {self.verdict}", *lines])

    def _repr_html_(self) -> str:
        head = f"<strong>Claim {self.claim_id}: {escape(self.verdict)}</strong> ({escape(self.place)})"
        rows = "".join(
            f'<tr><th scope="row" style="{_LEFT}">{label}</th><td style="{_LEFT}">{escape(text)}</td></tr>'
            for label, text in self._rows()
        )
        caption = f'<caption style="caption-side:top;text-align:left">{head}</caption>'
        return f"{_START}<table>{caption}<tbody>{rows}</tbody></table></div>"

    def _rows(self) -> list[tuple[str, str]]:
        rows = [("Quoted", self.quoted), ("Recomputed", self.reason or repr(self.value))]
        if self.expression:
            rows.append(("By", self.expression))
        return [*rows, ("Note", self.note)] if self.note else rows
