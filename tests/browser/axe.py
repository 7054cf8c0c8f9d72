"""axe-core over the outputs of a notebook: what a screen reader or a keyboard would stumble over."""

from pathlib import Path

import axe_playwright_python

SCRIPT = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
OUTPUTS = ".jp-OutputArea-output"

# Findings in parts that are not ours, each by axe's rule and where it may occur. Anything else fails a test.
EXEMPT = {
    # ipywidgets gives the handle of a slider no name, and takes none; ours have a labelled number box beside.
    "aria-input-field-name": ".noUi-handle",
    # pandas leaves the head of the index empty in every table that it shows.
    "empty-table-header": "table.dataframe thead th",
}

_RUN = """async ([include, exempt, rules]) => {
    const options = rules.length ? { runOnly: rules } : {};
    const { violations } = await axe.run({ include: include.map((one) => [one]) }, options);
    const ours = (finding, node) => {
        const element = document.querySelector(node.target[0]);
        return !(exempt[finding.id] && element && element.matches(exempt[finding.id]));
    };
    return violations.flatMap((finding) => finding.nodes
        .filter((node) => ours(finding, node))
        .map((node) => `${finding.id}: ${finding.help}: ${node.html.slice(0, 200)}`));
}"""


def violations(page, include: list[str], rules: tuple[str, ...] | list[str] = ()) -> list[str]:
    """Return one line for each finding of axe-core within the selectors, without the exemptions.

    With `rules` only these are asked, by axe's names.
    """
    page.evaluate(SCRIPT)
    return page.evaluate(_RUN, [include, EXEMPT, list(rules)])
