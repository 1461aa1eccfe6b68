"""When a page may be read: the map paints, and pictures come, while the rest of it is still being sent."""

from playwright.sync_api import Page

PATIENCE = 60_000
"""Milliseconds that anything may take on a busy machine; what is done earlier is not waited for."""


def settle(page: Page) -> None:
    """Wait until the server has sent the whole of the view that the page has begun to show."""
    page.wait_for_function(
        """() => {
            const app = document.querySelector('[data-testid=stApp]');
            return app && app.dataset.testScriptState === 'notRunning'
                && !document.querySelector('[data-stale=true], [data-testid=stSkeleton]');
        }"""
    )
    # What is seen listens to keys and clicks a moment after it is seen.
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)))")
