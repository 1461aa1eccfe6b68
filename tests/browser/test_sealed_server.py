import http.client
from urllib.parse import urlsplit

import pytest

from tests.browser.proxy import RefusingProxy
from tests.browser.visitor import App, Visitor


def test_serving_a_page_asks_no_other_machine_for_anything(
    app_server: App, visitor: Visitor, proxy: RefusingProxy
) -> None:
    page = visitor.open(app_server.link())
    page.wait_for_selector("[data-testid=stApp]")
    assert proxy.requests == []


@pytest.mark.parametrize("origin", ["http://atlas.example", "http://198.51.100.7"])
def test_a_visitor_by_another_name_of_the_machine_does_not_make_it_ask_who_it_is(
    app_server: App, proxy: RefusingProxy, origin: str
) -> None:
    connection = http.client.HTTPConnection(urlsplit(app_server.url).netloc, timeout=10)
    headers = {
        "Origin": origin,
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    connection.request("GET", "/_stcore/stream", headers=headers)
    assert connection.getresponse().status in {101, 403}
    connection.close()
    assert proxy.requests == []
