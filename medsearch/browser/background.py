"""Work away from the interface's thread: one thread asks the archive; of questions of a kind only the last counts."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from textual.message import Message
from textual.message_pump import MessagePump

from medsearch.errors import MedsearchError

Result = TypeVar("Result")


class Done(Message):
    """Something was found out: `then` is to be called with it, in the interface's thread."""

    def __init__(self, then: Callable[[Any], None], result: Any) -> None:
        super().__init__()
        self.then = then
        self.result = result


class Broken(Message):
    """A question failed in a way that is nobody's but our own fault."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error


class Background:
    """Carries questions out one after the other, and posts the answers to `pump` (a screen or an app).

    `before` is done before each of them, in the same thread.
    """

    def __init__(self, pump: MessagePump, before: Callable[[], None]) -> None:
        self._pump = pump
        self._before = before
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="medsearch")
        self._latest: Counter[str] = Counter()
        self._waiting = 0

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return self._waiting == 0

    def ask(
        self,
        kind: str,
        question: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[MedsearchError], None],
    ) -> None:
        """Finds `question` out and hands the answer to `then`, unless another of its `kind` was asked meanwhile."""
        self._latest[kind] += 1
        number = self._latest[kind]
        self._waiting += 1

        def work() -> None:
            try:
                if self._latest[kind] == number:
                    self._before()
                    self._post(kind, number, then, question())
            except MedsearchError as error:
                self._post(kind, number, failed, error)

        self._thread.submit(work).add_done_callback(self._ended)

    def _ended(self, work: Future[None]) -> None:
        self._pump.post_message(Done(self._one_less, None))
        if not work.cancelled() and (error := work.exception()):
            self._pump.post_message(Broken(error))

    def wanted(self, kind: str) -> Callable[[], bool]:
        """Whether the question of a kind that is asked next is wanted still, to be looked at between its steps."""
        number = self._latest[kind] + 1
        return lambda: self._latest[kind] == number

    def forget(self, kind: str) -> None:
        """Drops what was asked of a kind and is not answered yet."""
        self._latest[kind] += 1

    def close(self) -> None:
        """Ends, without waiting for answers that nobody will see."""
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _post(self, kind: str, number: int, then: Callable[[Any], None], result: Any) -> None:
        def if_still_wanted(found: Any) -> None:
            if self._latest[kind] == number:
                then(found)

        self._pump.post_message(Done(if_still_wanted, result))

    def _one_less(self, _nothing: None) -> None:
        self._waiting -= 1
