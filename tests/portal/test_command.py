"""The command, as a process of its own."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from index import generation
from tests.support import REPOSITORY, copy_example, environment, free_port, run, serving

if TYPE_CHECKING:
    from pathlib import Path


def settings_in(folder: Path) -> dict[str, Path]:
    """Settings for what lies in a folder; without translations, which take longest."""
    return {"data": folder / "data", "generations": folder / "generations", "translations": folder / "none"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Settings for a short description that the command has built."""
    settings = settings_in(tmp_path_factory.mktemp("built"))
    copy_example(settings["data"])
    assert run("index", **settings).returncode == 0
    return settings


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of its data with two faults in one file."""
    data = copy_example(tmp_path_factory.mktemp("broken"))
    path = data / "descriptions" / "exempel-namnd" / "vagledning.toml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("[handlingsslag.arenden]\n", '[handlingsslag.arenden]\nfarg = "röd"\n', 1)
    path.write_text(text.replace('fraga = "kansliet"', 'fraga = "saknas"', 1), encoding="utf-8")
    return data


def test_check_finds_no_fault_in_the_data() -> None:
    done = run("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Inga fel" in done.stdout


def test_check_tells_every_fault_with_file_and_line(broken: Path) -> None:
    done = run("check", data=broken)
    faults = re.findall(r"^exempel-namnd/vagledning\.toml:\d+: .+$", done.stdout, re.MULTILINE)
    assert done.returncode == 1
    assert [word for word in ("farg", "saknas") if not any(word in fault for fault in faults)] == []


def test_check_of_a_folder_without_descriptions_is_a_fault(tmp_path: Path) -> None:
    assert run("check", data=tmp_path).returncode == 1


FOLDERS = {
    ("check",): "data, översättningar, index",
    ("audit",): "data",
    ("index",): "data, översättningar, index",
    ("rollback",): "index",
    ("search", "akt"): "data, översättningar, index",
}


@pytest.mark.parametrize("words", FOLDERS)
def test_every_command_ends_by_saying_which_folders_it_acted_on(words: tuple[str, ...], tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    copy_example(settings["data"])
    done = run(*words, **settings)
    last = (done.stderr if done.returncode else done.stdout).splitlines()[-1]
    places = dict(zip(("data", "index", "översättningar"), settings.values(), strict=True))
    assert last == "Mappar: " + ", ".join(f"{name}: {places[name]}" for name in FOLDERS[words].split(", "))


def test_audit_goes_through_the_seven_points_of_the_law() -> None:
    done = run("audit")
    assert (done.returncode, done.stderr) == (0, "")
    assert [word for word in ("KS 2019/0917", "4 kap. 2 §", "FINNS") if word not in done.stdout] == []


def test_audit_of_broken_data_says_what_to_run(broken: Path) -> None:
    done = run("audit", data=broken)
    assert done.returncode == 1
    assert "vagvisaren check" in done.stderr


def test_index_makes_a_generation_current(built: dict[str, Path]) -> None:
    assert generation.verify(built["generations"] / "current").authorities == ("exempel-namnd",)


def test_index_tells_what_it_made(built: dict[str, Path]) -> None:
    done = run("index", **built)
    manifest = generation.read_manifest(built["generations"] / "current")
    assert f"Indexet {manifest.digest} är klart: {manifest.entries} poster från 1 myndighet(er).\n" in done.stdout


def test_index_refuses_broken_data_and_tells_every_fault(broken: Path, tmp_path: Path) -> None:
    done = run("index", data=broken, generations=tmp_path)
    assert done.returncode == 1
    assert "vagledning.toml:" in done.stderr
    assert "Inget nytt index byggdes" in done.stderr
    assert generation.current(tmp_path) is None


def test_index_of_broken_data_keeps_the_last_good_generation(built: dict[str, Path], broken: Path) -> None:
    before = generation.current(built["generations"])
    assert run("index", **{**built, "data": broken}).returncode == 1
    assert generation.current(built["generations"]) == before


def test_index_where_nothing_can_be_written_says_so(built: dict[str, Path], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run("index", **{**built, "generations": tmp_path / "file" / "generations"})
    assert done.returncode == 1
    assert "Indexet kunde inte byggas" in done.stderr
    assert "Traceback" not in done.stderr


def test_index_while_another_builds_says_so(built: dict[str, Path]) -> None:
    with generation.building(built["generations"]):
        done = run("index", **built)
    assert done.returncode == 1
    assert "Ett annat bygge" in done.stderr


def test_search_answers(generations: Path) -> None:
    done = run("search", "var finns heroma?", generations=generations)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1. Heroma [finding_aid/heroma]" in done.stdout


def test_search_beside_broken_data_answers_from_what_serves_and_says_so(built: dict[str, Path], broken: Path) -> None:
    done = run("search", "lådan", **{**built, "data": broken})
    assert done.returncode == 0
    assert "Svaren kommer från det förra indexet" in done.stderr
    assert "1. " in done.stdout


def test_search_of_broken_data_with_nothing_that_serves_fails(broken: Path, tmp_path: Path) -> None:
    done = run("search", "lådan", data=broken, generations=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")


def test_search_shows_signposts(built: dict[str, Path]) -> None:
    assert "Hänvisning: Böcker" in run("search", "bok", **built).stdout


def test_search_in_another_language_understands_its_words(built: dict[str, Path]) -> None:
    assert "hela frågan besvaras" in run("search", "case", "--lang", "en", **built).stdout


def test_explain_tells_which_terms_gave_each_hit(built: dict[str, Path]) -> None:
    done = run("search", "lådan", "--explain", **built)
    assert re.search(r"^ +lådan → name:w:lådan \(som det står, vikt \d+\.\d\d\)$", done.stdout, re.MULTILINE)


@pytest.mark.parametrize("query", ["800101-1234", "akt ８００１０１-１２３４", "٨٠٠١٠١-١٢٣٤"])
def test_search_refuses_a_personal_identity_number_without_repeating_it(built: dict[str, Path], query: str) -> None:
    done = run("search", query, **built)
    assert done.returncode == 1
    assert query not in done.stdout + done.stderr


def test_search_refuses_a_query_longer_than_the_contract(built: dict[str, Path]) -> None:
    done = run("search", "a" * 501, **built)
    assert (done.returncode, done.stdout) == (1, "")
    assert "500 tecken" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [(), ("saknas",), ("search",), ("search", "x", "--lang", "de"), ("serve", "--port", "0"), ("serve", "--port", "x")],
)
def test_a_command_that_cannot_be_understood_is_refused(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["workers", "public_url", "saknas"])
def test_an_impossible_setting_is_told_in_one_line(name: str) -> None:
    done = run("check", **{name: "x"})
    assert done.returncode == 1
    assert done.stderr.startswith(("VAGVISAREN_", "Inställningen VAGVISAREN_"))
    assert done.stderr.count("\n") == 1


def test_serve_without_any_good_data_ends_with_the_faults(broken: Path, tmp_path: Path) -> None:
    done = run("serve", data=broken, generations=tmp_path)
    assert done.returncode == 1
    assert "vagledning.toml:" in done.stderr


def test_serve_with_broken_data_goes_on_from_the_last_good_generation(
    built: dict[str, Path], broken: Path, tmp_path: Path
) -> None:
    port = free_port()
    arguments = ("portal", "serve", "--port", str(port))
    with serving(arguments, port, tmp_path / "output", **{**built, "data": broken}) as server:
        status, _ = server.get("/api/v1/search?q=akt")
    assert status == 200
    assert "Servern svarar från det förra indexet" in server.written()


def test_the_wrapper_runs_from_anywhere(tmp_path: Path) -> None:
    wrapper = REPOSITORY / ".venv" / "bin" / "vagvisaren"
    if not wrapper.exists():
        pytest.skip("made by make, with the virtual environment")
    done = subprocess.run([wrapper, "audit"], cwd=tmp_path, env=environment(), capture_output=True, check=False)  # noqa: S603  (made by our Makefile)
    assert done.returncode == 0


def test_whoosh_s_own_warnings_do_not_reach_a_terminal_where_nothing_compiled_is_kept(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-B", "-c", "import index.build.builder"],
        cwd=REPOSITORY,
        env=environment() | {"PYTHONPYCACHEPREFIX": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
