"""The command, as a process of its own."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from index import generation
from tests.support import GUIDANCE, REPOSITORY, copy_data, environment, free_port, run, serving

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generations that the command has built from the checkout's data."""
    root = tmp_path_factory.mktemp("built")
    assert run("index", generations=root).returncode == 0
    return root


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the data with two faults in one file."""
    data = copy_data(tmp_path_factory.mktemp("broken"))
    text = (data / GUIDANCE).read_text(encoding="utf-8")
    text = text.replace("[handlingsslag.protokoll]\n", '[handlingsslag.protokoll]\nfarg = "röd"\n', 1)
    text = re.sub(r'(\[handlingsslag\.namndhandlingar\]\n(?:.*\n)*?fraga = )"[^"]*"', r'\1"saknas"', text, count=1)
    (data / GUIDANCE).write_text(text, encoding="utf-8")
    return data


def test_check_finds_no_fault_in_the_data() -> None:
    done = run("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Inga fel" in done.stdout


def test_check_tells_every_fault_with_file_and_line(broken: Path) -> None:
    done = run("check", data=broken)
    faults = re.findall(r"^norrkoping-ks/vagledning\.toml:\d+: .+$", done.stdout, re.MULTILINE)
    assert done.returncode == 1
    assert [word for word in ("farg", "saknas") if not any(word in fault for fault in faults)] == []


def test_check_of_a_folder_without_descriptions_is_a_fault(tmp_path: Path) -> None:
    assert run("check", data=tmp_path).returncode == 1


FOLDERS = {
    ("check",): "data, översättningar, index",
    ("audit",): "data",
    ("index",): "data, översättningar, index",
    ("rollback",): "index",
    ("search", "heroma"): "data, översättningar, index",
}


@pytest.mark.parametrize("words", FOLDERS)
def test_every_command_ends_by_saying_which_folders_it_acted_on(words: tuple[str, ...], tmp_path: Path) -> None:
    settings = {"data": copy_data(tmp_path / "data"), "generations": tmp_path / "index"}
    done = run(*words, **settings)
    last = (done.stderr if done.returncode else done.stdout).splitlines()[-1]
    places = {"data": settings["data"], "översättningar": REPOSITORY / "translations", "index": tmp_path / "index"}
    assert last == "Mappar: " + ", ".join(f"{name}: {places[name]}" for name in FOLDERS[words].split(", "))


def test_audit_goes_through_the_seven_points_of_the_law() -> None:
    done = run("audit")
    assert (done.returncode, done.stderr) == (0, "")
    assert [word for word in ("KS 2019/0917", "4 kap. 2 §", "FINNS") if word not in done.stdout] == []


def test_audit_of_broken_data_says_what_to_run(broken: Path) -> None:
    done = run("audit", data=broken)
    assert done.returncode == 1
    assert "vagvisaren check" in done.stderr


def test_index_makes_a_generation_current(built: Path) -> None:
    assert generation.verify(built / "current").authorities == ("norrkoping-ks",)


def test_index_tells_what_it_made(built: Path) -> None:
    done = run("index", generations=built)
    manifest = generation.read_manifest(built / "current")
    assert f"Indexet {manifest.digest} är klart: {manifest.entries} poster från 1 myndighet(er).\n" in done.stdout


def test_index_refuses_broken_data_and_tells_every_fault(broken: Path, tmp_path: Path) -> None:
    done = run("index", data=broken, generations=tmp_path)
    assert done.returncode == 1
    assert "vagledning.toml:" in done.stderr
    assert "Inget nytt index byggdes" in done.stderr
    assert generation.current(tmp_path) is None


def test_index_of_broken_data_keeps_the_last_good_generation(built: Path, broken: Path) -> None:
    before = generation.current(built)
    assert run("index", data=broken, generations=built).returncode == 1
    assert generation.current(built) == before


def test_index_where_nothing_can_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run("index", generations=tmp_path / "file" / "generations")
    assert done.returncode == 1
    assert "Indexet kunde inte byggas" in done.stderr
    assert "Traceback" not in done.stderr


def test_index_while_another_builds_says_so(built: Path) -> None:
    with generation.building(built):
        done = run("index", generations=built)
    assert done.returncode == 1
    assert "Ett annat bygge" in done.stderr


def test_search_answers(built: Path) -> None:
    done = run("search", "var finns heroma?", generations=built)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1. Heroma [finding_aid/heroma]" in done.stdout


def test_search_shows_signposts(built: Path) -> None:
    assert "Hänvisning: Bygglov" in run("search", "bygglov", generations=built).stdout


def test_search_in_another_language_understands_its_words(built: Path) -> None:
    assert "hela frågan besvaras" in run("search", "palkka", "--lang", "fi", generations=built).stdout


def test_explain_tells_which_terms_gave_each_hit(built: Path) -> None:
    done = run("search", "heroma", "--explain", generations=built)
    assert re.search(r"^ +heroma → name:w:heroma \(som det står, vikt \d+\.\d\d\)$", done.stdout, re.MULTILINE)


@pytest.mark.parametrize("query", ["800101-1234", "akt ８００１０１-１２３４", "٨٠٠١٠١-١٢٣٤"])
def test_search_refuses_a_personal_identity_number_without_repeating_it(built: Path, query: str) -> None:
    done = run("search", query, generations=built)
    assert done.returncode == 1
    assert query not in done.stdout + done.stderr


def test_search_refuses_a_query_longer_than_the_contract(built: Path) -> None:
    done = run("search", "a" * 501, generations=built)
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
    built: Path, broken: Path, tmp_path: Path
) -> None:
    port = free_port()
    arguments = ("portal", "serve", "--port", str(port))
    with serving(arguments, port, tmp_path / "output", data=broken, generations=built) as server:
        status, _ = server.get("/api/v1/search?q=protokoll")
    assert status == 200
    assert "Servern svarar från det förra indexet" in server.written()


def test_the_wrapper_runs_from_anywhere(tmp_path: Path) -> None:
    wrapper = REPOSITORY / ".venv" / "bin" / "vagvisaren"
    if not wrapper.exists():
        pytest.skip("made by make, with the virtual environment")
    done = subprocess.run([wrapper, "check"], cwd=tmp_path, env=environment(), capture_output=True, check=False)  # noqa: S603  (made by our Makefile)
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
