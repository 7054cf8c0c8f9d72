"""The site, built once by the command of `make site`, from lessons that have run in the other tests."""

import pytest

from tests.site.site_pages import built_site


@pytest.fixture(scope="session")
def site(request):
    return built_site(request)
