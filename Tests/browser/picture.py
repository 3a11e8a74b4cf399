"""A picture of a page, in as few bytes as will do."""

import base64
import io

from PIL import Image

from chromium import Chromium


def photograph(browser: Chromium, width: int, tallest: int) -> bytes:
    """The page that is open, from its top down to `tallest`."""
    browser.look(dark=False, width=width)
    browser.driver.execute_script("document.activeElement?.blur(); window.scrollTo(0, 0)")
    height = browser.driver.execute_script("return document.documentElement.scrollHeight")
    browser.look(dark=False, width=width, height=max(600, min(height, tallest)))
    return base64.b64decode(browser.tell("Page.captureScreenshot", format="png")["data"])


def compressed(picture: bytes, largest: int) -> bytes:
    """The picture in as many colours as fit into `largest` bytes."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for colours in (256, 64, 24):
        out = io.BytesIO()
        image.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
            out, "PNG", optimize=True
        )
        if len(out.getvalue()) <= largest:
            break
    return out.getvalue()
