"""The reading site: what `make site` builds from the pages in docs/ and the lessons in course/."""
