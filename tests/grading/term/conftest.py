from ..conftest import tiny  # noqa: F401 - a fixture
from ..marked import marked  # noqa: F401 - a fixture
from .whole import course, whole  # noqa: F401 - fixtures
