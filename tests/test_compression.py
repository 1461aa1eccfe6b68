"""Clicks are compressed against the whole page that was sent before them."""

from uvicorn.protocols.websockets import websockets_sansio_impl

from atlas.ui.compression import WINDOW_BITS, widen_compression


def test_the_server_offers_the_widest_window(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    kept = websockets_sansio_impl.ServerPerMessageDeflateFactory
    monkeypatch.setattr(websockets_sansio_impl, "ServerPerMessageDeflateFactory", kept)
    widen_compression()
    factory = websockets_sansio_impl.ServerPerMessageDeflateFactory(
        server_max_window_bits=12, client_max_window_bits=12, compress_settings={"memLevel": 5}
    )
    assert (factory.server_max_window_bits, factory.client_max_window_bits) == (WINDOW_BITS, WINDOW_BITS)
