"""Empty engines of every kind."""

from collections.abc import Callable, Iterator

import pytest

from medsearch.engines import create_engine, engine_names
from medsearch.engines.memory import MemoryEngine
from medsearch.engines.port import Engine


@pytest.fixture(params=["memory", *engine_names()])
def make(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Engine]]:
    """Makes empty engines of one kind, as many as a test asks for."""
    made: list[Engine] = []

    def new() -> Engine:
        folder = tmp_path_factory.mktemp(request.param)
        made.append(MemoryEngine() if request.param == "memory" else create_engine(request.param, folder))
        return made[-1]

    yield new
    for engine in made:
        engine.close()


@pytest.fixture
def engine(make: Callable[[], Engine]) -> Engine:
    return make()
