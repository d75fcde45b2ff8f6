from __future__ import annotations

import re

import pytest

from tryggsamtale.knowledge.contacts import PROJECT
from tryggsamtale.knowledge.kommune import LOCAL, Kommune, KommuneError, load_kommune
from tryggsamtale.wording import Text


@pytest.fixture
def written(tmp_path):
    def write(content: str):
        path = tmp_path / "kommune.yml"
        path.write_text(content, encoding="utf-8")
        return path

    return write


def test_the_file_at_the_root_can_be_used():
    assert isinstance(load_kommune(PROJECT / "kommune.yml"), Kommune)


def test_the_file_at_the_root_is_an_example_that_works_when_uncommented(written):
    content = (PROJECT / "kommune.yml").read_text(encoding="utf-8")
    head, services = content.split("\ntjenester:\n")
    found = load_kommune(written(head + "\ntjenester:\n" + re.sub(r"(?m)^#", "", services)))
    assert set(found.tjenester) == set(LOCAL)
    assert all(service.telefon for service in found.tjenester.values())


def test_values_are_kept_as_written(written):
    found = load_kommune(written(
        "kommune: Eksempel kommune\ntryggest: ja\nkonsultasjonsteam: nei\nkonsultasjonsteam_tema: ssa\n"
        "tjenester:\n  barnevernvakt:\n    telefon: 02800\n    tid: {nb: Hele døgnet, nn: Heile døgnet}\n"
        "  tryggest:\n    telefon: '12 34  56 78'\n  krisesenter:\n"
    ))
    assert (found.kommune, found.tryggest, found.konsultasjonsteam) == ("Eksempel kommune", "ja", "nei")
    assert found.konsultasjonsteam_tema == "ssa"
    assert found.tjenester["barnevernvakt"].telefon == "02800"
    assert found.tjenester["barnevernvakt"].tid == Text("Hele døgnet", "Heile døgnet")
    assert found.tjenester["tryggest"].telefon == "12 34 56 78"
    assert found.tjenester["krisesenter"].telefon is None


@pytest.mark.parametrize("content", ["", "# bare kommentarer\n", "kommune:\ntryggest:\ntjenester:\n"])
def test_an_empty_file_is_a_municipality_that_has_set_nothing(written, content):
    assert load_kommune(written(content)) == Kommune()


@pytest.mark.parametrize("number", ["12 34 56 78", "+47 12 34 56 78", "116 117", "02800", "112"])
def test_telephone_numbers_people_write_are_taken(written, number):
    path = written(f"tjenester:\n  barnevern:\n    telefon: {number}\n")
    assert load_kommune(path).tjenester["barnevern"].telefon == number


@pytest.mark.parametrize(("content", "told"), [
    ("tryggest: kanskje\n", ("«tryggest»", "tryggest: ja")),
    ("konsultasjonsteam_tema: alt\n", ("«konsultasjonsteam_tema»", "konsultasjonsteam_tema: ssa")),
    ("trygest: ja\n", ("«trygest» finnes ikke", "Mente du «tryggest»?")),
    ("tjenester:\n  barnvern:\n    telefon: 12 34 56 78\n", ("«tjenester»", "«barnvern»", "Mente du «barnevern»?")),
    ("tjenester:\n  barnevern:\n    tlf: 12 34 56 78\n", ("«tjenester.barnevern.tlf» finnes ikke", "telefon")),
    ("tjenester:\n  barnevern:\n    telefon: ring oss\n", ("«tjenester.barnevern.telefon»", "telefon: 12 34 56 78")),
    ("tjenester:\n  barnevern:\n    telefon: 22 00 00\n    tid: {nb: Alltid}\n",
     ("«tjenester.barnevern.tid»", "både nb og nn", "tid: Mandag til fredag")),
    ("tjenester:\n  barnevern: 12 34 56 78\n", ("«tjenester.barnevern»", "telefon: 12 34 56 78")),
    ("tjenester: barnevern\n", ("«tjenester»", "innrykk")),
    ("tryggest: nei\ntjenester:\n  tryggest:\n    telefon: 12 34 56 78\n", ("tryggest er satt til «nei»",)),
    ("tryggest: ja\n  tjenester:\n", ("linje 2", "Ugyldig YAML")),
    ("bare tekst\n", ("nøkler", "telefon: 12 34 56 78")),
])
def test_a_broken_file_names_itself_the_key_and_a_valid_example(written, content, told):
    path = written(content)
    with pytest.raises(KommuneError) as error:
        load_kommune(path)
    message = str(error.value)
    assert message.startswith(str(path))
    assert [words for words in told if words not in message] == []


def test_every_fault_is_told_at_once(written):
    with pytest.raises(KommuneError) as error:
        load_kommune(written("tryggest: kanskje\nkonsultasjonsteam: kanskje\n"))
    assert "«tryggest»" in str(error.value) and "«konsultasjonsteam»" in str(error.value)


def test_a_missing_file_and_one_in_another_encoding_are_told(tmp_path):
    with pytest.raises(KommuneError, match="finnes"):
        load_kommune(tmp_path / "kommune.yml")
    (tmp_path / "kommune.yml").write_bytes("kommune: Bodø".encode("latin-1"))
    with pytest.raises(KommuneError, match="UTF-8"):
        load_kommune(tmp_path / "kommune.yml")
