"""The page of the sources names every section, and links each module from each section that it teaches."""

from pathlib import Path

from ecotools.docs.sources import page
from ecotools.sources.coverage import modules

ROOT = Path(__file__).parents[2]


def test_it_links_each_module_that_there_is_from_each_section_that_it_teaches():
    text = page(ROOT)
    for module in modules(ROOT):
        times = sum(len(reference.sections) for reference in module.references)
        assert text.count(f"](../course/{module.lesson.name})") == times + 1
    assert "seed" not in text.lower()


def test_without_lessons_no_section_is_taught(tmp_path):
    text = page(tmp_path)
    assert "no lesson yet" in text and "0 of the 80 sections are taught" in text
