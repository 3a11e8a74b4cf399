"""The flows of docs/flows.md, a module each: who sees which page, in the order a newcomer meets them."""
