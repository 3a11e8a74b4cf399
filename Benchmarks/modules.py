"""Compiles parts of the package as the package does, so that a benchmark measures them alone."""

import pathlib
import subprocess

FEATURES = ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"]
# What the corpus says to the rest of the house needs the rest of the house.
LEFT_OUT = {"Saved"}


def module(name, sources, folder, libraries):
    """A module as a static library beside those it needs."""
    flags = [f for feature in FEATURES for f in ("-enable-upcoming-feature", feature)]
    found = sorted(pathlib.Path(sources).rglob("*.swift"))
    files = [str(path) for path in found if not LEFT_OUT & set(path.relative_to(sources).parts)]
    target = ["-emit-module", "-emit-module-path", f"{folder}/{name}.swiftmodule", "-emit-library", "-static"]
    swift(["-parse-as-library", "-module-name", name, *flags, *target, "-o", f"{folder}/lib{name}.a", *files], folder)
    libraries.insert(0, f"-l{name}")


def swift(options, folder):
    common = ["swiftc", "-O", "-wmo", "-swift-version", "6", "-package-name", "main", "-I", folder, "-L", folder]
    subprocess.run([*common, *options], check=True)
