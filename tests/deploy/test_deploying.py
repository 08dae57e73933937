"""docs/deploying.md, line by line as it stands, on a machine of its own: `make test-deploy`."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from subprocess import CompletedProcess
from typing import TYPE_CHECKING

import pytest

from tests.deploy.machine import Machine, blocks, commit, switched_on
from tests.support import GUIDANCE

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.deploy

ASKED = "hemlighetsfull"
NEW_WORDS = {"version": "gravlingstal", "text": "illerstal"}
_WORD = '"norrköping i siffror"'
_READY = "curl -sS --retry 60 --retry-delay 1 --retry-connrefused http://127.0.0.1:8000/readyz"
_ASK = "curl -sS -H 'Host: vagvisaren.example' http://127.0.0.1:8000/api/v1/search?q="
_HTTPS = "curl -sSk --resolve vagvisaren.example:443:127.0.0.1 --resolve vagvisaren.example:80:127.0.0.1"
_STATUS = f"{_HTTPS} -o /dev/null -w '%{{http_code}}'"
_FEW_CONNECTIONS = """
sed -i 's/worker_connections .*/worker_connections 12;/' /etc/nginx/nginx.conf
sed -i 's/^worker_processes .*/worker_processes 1;/' /etc/nginx/nginx.conf
nginx -s stop 2> /dev/null
while pgrep -x nginx; do sleep .1; done
nginx
"""
_MORE_AND_MORE = """
for n in $(seq 9); do  # those who have asked half hold a connection: nginx lets go of those who have asked nothing
    (printf 'GET / HTTP/1.1\\r\\n'; exec sleep 60) | openssl s_client -quiet -connect 127.0.0.1:443 &
    sleep .5
    {asking}
done > /dev/null 2>&1
"""


@dataclass
class Life:
    """What happened to a service, from its installation to its restoration.

    Attributes:
        done: Each block of the page, by heading and number, as it was carried out.
        told: What was seen after each.
    """

    machine: Machine
    done: dict[str, CompletedProcess[str]] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)

    def carry_out(self, heading: str, number: int = 0, **names: str) -> None:
        """Run a block of the page, with a name in the place of each <name>, and see what is served then."""
        block = blocks()[heading][number]
        for name, value in names.items():
            block = block.replace(f"<{name}>", value)
        what = f"{heading} {number}"
        self.done[what] = self.machine.run(block)
        assert self.done[what].returncode == 0, self.done[what].stdout + self.done[what].stderr
        self.told[what] = self.machine.out(_READY)

    def generation(self, what: str) -> str:
        """Which generation was served after a block."""
        served: dict[str, str] = json.loads(self.told[what])
        return served["generation"]

    def see(self, what: str, script: str, **settings: str) -> None:
        """Remember what some lines print."""
        self.told[what] = self.machine.out(script, **settings)

    def edit(self, root: str, word: str) -> str:
        """Lines that give a record one everyday word more."""
        return f"sed -i 's/{_WORD}/{_WORD}, \"{word}\"/' {root}/data/{GUIDANCE}"


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Life]:
    """A service that has been through all that the page tells."""
    with switched_on(tmp_path_factory.mktemp("deploy")) as machine:
        life = Life(machine)
        _installed(life)
        _renewed(life)
        _restored(life)
        yield life


def _installed(life: Life) -> None:
    life.carry_out("The service", repository=str(life.machine.origin))
    life.see("user", "ps -o user= -p $(cat /run/vagvisaren.pid)")
    life.see("folder", "stat -c '%U %a' /var/lib/vagvisaren/generations")
    life.carry_out("The proxy")
    life.see("https", f"{_HTTPS} -D - -o /dev/null https://vagvisaren.example/om")
    life.see("http", f"{_STATUS} http://vagvisaren.example/om")
    life.see("other host", "curl -sSk -o /dev/null -w '%{http_code}' -H 'Host: other.example' https://127.0.0.1/om")


def _renewed(life: Life) -> None:
    machine = life.machine
    machine.out(life.edit(str(machine.origin), NEW_WORDS["version"]))
    commit(machine.origin, "A new version", "second")
    life.carry_out("A new version")
    life.see("version", _ASK + NEW_WORDS["version"])
    machine.out(life.edit("/srv/vagvisaren", NEW_WORDS["text"]))
    life.see("before", "cat /run/vagvisaren.pid")
    life.carry_out("New texts")
    life.told["text"] = machine.wait_for(_ASK + NEW_WORDS["text"], '"coverage":"full"')
    life.see("text served", _READY)
    life.see("after", "cat /run/vagvisaren.pid")
    other = {"VAGVISAREN_GENERATIONS": str(machine.room / "other"), "VAGVISAREN_DATA": "/nowhere"}
    life.see("of another shell", "cd /tmp && vagvisaren index 2>&1", **other)
    life.carry_out("Back")
    life.told["rolled back"] = machine.wait_for(_READY, life.generation("A new version 0"))


def _restored(life: Life) -> None:
    machine = life.machine
    life.carry_out("Backup")
    machine.out("rm -r /srv/vagvisaren/data/descriptions; echo > /etc/vagvisaren/environment")
    life.carry_out("Backup", 1)
    life.see("restored", _ASK + NEW_WORDS["text"])
    machine.out("cd /srv/vagvisaren && git checkout -q -- data")
    life.carry_out("Back", 1, tag="first")
    life.see("tag", "git -C /srv/vagvisaren describe --tags")
    life.see("old", _ASK + NEW_WORDS["version"])


def total(reply: str) -> int:
    """How many entries a reply of the API has found."""
    number: int = json.loads(reply)["total"]
    return number


def test_every_block_of_the_page_is_carried_out_and_ends_well(life: Life) -> None:
    every = {f"{heading} {number}" for heading, texts in blocks().items() for number in range(len(texts))}
    assert {what: done.returncode for what, done in life.done.items()} == dict.fromkeys(every, 0)


def test_the_service_runs_as_its_own_user_in_a_folder_that_only_it_may_enter(life: Life) -> None:
    assert life.told["user"].split() == ["vagvisa+"] or life.told["user"].split() == ["vagvisaren"]
    assert life.told["folder"].split() == ["vagvisaren", "700"]


def test_an_upgrade_and_new_texts_are_served(life: Life) -> None:
    assert total(life.told["version"]) > 0
    assert total(life.told["text"]) > 0
    assert len({life.generation(what) for what in ("The service 0", "A new version 0", "text served")}) == 3


def test_new_texts_take_no_restart(life: Life) -> None:
    assert life.told["before"] == life.told["after"]


def test_rollback_goes_back_to_what_was_served_before(life: Life) -> None:
    assert life.generation("rolled back") == life.generation("A new version 0")


def test_what_was_backed_up_is_served_again(life: Life) -> None:
    assert total(life.told["restored"]) > 0
    assert life.generation("Backup 1") == life.generation("text served")


def test_a_version_is_gone_back_to_with_its_index(life: Life) -> None:
    assert life.told["tag"] == "first\n"
    assert life.generation("Back 1") == life.generation("The service 0")


@pytest.mark.parametrize("what", ["A new version 0", "New texts 0", "Back 0", "Back 1", "Backup 1"])
def test_the_commands_of_the_page_say_that_they_act_on_the_services_index(life: Life, what: str) -> None:
    assert "index: /var/lib/vagvisaren/generations\n" in life.done[what].stdout


def test_a_command_acts_on_the_services_index_whatever_the_shell_that_calls_it_has_set(life: Life) -> None:
    assert "index: /var/lib/vagvisaren/generations\n" in life.told["of another shell"]
    assert not (life.machine.room / "other").exists()


def test_nginx_answers_for_the_portal_by_https_alone_and_for_its_name_alone(life: Life) -> None:
    assert " 200" in life.told["https"].splitlines()[0]
    assert "strict-transport-security: max-age=" in life.told["https"].lower()
    assert (life.told["http"], life.told["other host"]) == ("301", "400")


def test_nginx_logs_neither_address_nor_question_where_its_connections_run_out(life: Life) -> None:
    machine = life.machine
    machine.out(_FEW_CONNECTIONS)
    asking = f"{_STATUS} https://vagvisaren.example/sok?q={ASKED} >> {machine.room}/statuses || true"
    machine.run(_MORE_AND_MORE.format(asking=asking))
    machine.run(f"{_STATUS} http://vagvisaren.example/sok?q={ASKED}")
    assert "500" in (machine.room / "statuses").read_text("ascii")  # they did run out
    assert machine.out(f"grep -rlE '{ASKED}|client: ' /var/log || true") == ""
