"""The papers of registration as they are printed, filled and blank: made-up organisations of xã Ví Dụ."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_desktop.domain.offices import Office, Signer
from thidua_desktop.domain.organisations import Organisation
from thidua_desktop.domain.papers.blocks import Document
from thidua_desktop.domain.papers.commune_registration import CommuneFacts, commune_registration
from thidua_desktop.domain.papers.culture_papers import Household, Village, culture_list, culture_summary
from thidua_desktop.domain.papers.forms import FormDefinition, joined
from thidua_desktop.domain.papers.personal_registration import people_of, personal_registration
from thidua_desktop.domain.papers.registration_form import (
    Registered,
    RegisteredInitiative,
    RegisteredMovement,
    RegisteredTitle,
    registration_form,
)
from thidua_desktop.domain.papers.registration_summary import SummaryFacts, registration_summary
from thidua_desktop.domain.papers.year_heads import OrganisationYear
from thidua_desktop.domain.plan.plans import Plan, TargetValue
from thidua_desktop.domain.registration.commitments import Commitment, Standing
from thidua_desktop.domain.registration.commune import CommuneRegistration
from thidua_desktop.domain.registration.periods import POSTING, Period
from thidua_desktop.domain.registration.registered import CultureYear

FORMS = (
    "registration-form",
    "personal-registration",
    "registration-summary",
    "culture-list",
    "culture-summary",
    "commune-registration",
)
SIGNER = Signer("Nguyễn Văn Mẫu", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN")
SCHOOL = Organisation(
    "Trường Trung học cơ sở Nguyễn Văn Mẫu", head="Trần Thị Thí Dụ", head_position="Hiệu trưởng", id=1
)
FARMERS = Organisation("Hội Nông dân xã Ví Dụ", head="Lê Văn Ví Dụ", head_position="Chủ tịch", id=2)
POSTED = Period(POSTING, "", "", "chưa đối chiếu", days=10)


def registered() -> Registered:
    """What the two organisations registered; a line of every table is longer than its column."""
    titles = (
        RegisteredTitle(1, SCHOOL.name, "tập thể", "Tập thể Lao động xuất sắc", position=""),
        RegisteredTitle(1, SCHOOL.name, "tập thể", "Bằng khen của Ủy ban nhân dân tỉnh", is_reward=True),
        *(
            RegisteredTitle(1, f"Nguyễn Thị Mẫu {number}", "cá nhân", "Lao động tiên tiến", position="Giáo viên")
            for number in range(1, 31)
        ),
        RegisteredTitle(1, "Trần Thị Thí Dụ", "cá nhân", "Chiến sĩ thi đua cơ sở", "Sáng kiến", "Hiệu trưởng"),
        RegisteredTitle(2, "Hộ ông Phạm Văn Ví Dụ", "hộ gia đình", "Giấy khen của Chủ tịch xã", is_reward=True),
    )
    initiatives = (
        RegisteredInitiative(
            1,
            "Một số biện pháp nâng cao chất lượng sinh hoạt chuyên môn theo nghiên cứu bài học ở tổ Khoa học tự nhiên",
            "Trần Thị Thí Dụ",
            "Hiệu trưởng",
            "Chiến sĩ thi đua cơ sở",
            "cơ sở",
        ),
    )
    movements = tuple(
        RegisteredMovement(organisation, name, launcher)
        for organisation in (1, 2)
        for name, launcher in (
            ("Cả nước chung sức xây dựng nông thôn mới", "Thủ tướng Chính phủ"),
            ("Đổi mới sáng tạo trong quản lý, giảng dạy và học tập", ""),
        )
    )
    commitments = (
        Commitment(
            1, 1, 2, FARMERS.name, "cải tạo vườn tạp 41 hộ", (TargetValue(41, "hộ"),), None, "", "2026-11-30", "ảnh"
        ),
        Commitment(2, 1, 2, FARMERS.name, "vận động hội viên tham gia bảo hiểm y tế toàn dân", (TargetValue(97, "%"),)),
    )
    return Registered(titles, initiatives, movements, commitments)


def registration_documents(forms: Mapping[str, FormDefinition], office: Office, plan: Plan) -> dict[str, Document]:
    """The papers by the names of their golden files."""
    held = registered()
    school = OrganisationYear(2026, office, plan, SCHOOL, office.name, 17, by_school_year=True)
    farmers = OrganisationYear(2026, office, plan, FARMERS, "", 2)
    form, person = forms["registration-form"], forms["personal-registration"]
    summary = _summary(held, forms["registration-summary"], office)
    made = {
        "registration-form": joined(
            (
                registration_form(school, held.of(1), form),
                registration_form(farmers, held.of(2), form),
                registration_form(farmers, Registered(), form),
            )
        ),
        "personal-registration": joined(
            (
                *(personal_registration(school, one, person) for one in people_of(held.titles, held.initiatives)[-2:]),
                personal_registration(school, None, person),
            )
        ),
        "registration-summary": summary,
        "commune-registration": _commune(held, forms["commune-registration"], office, plan),
    } | _culture(forms, office, plan)
    made["print-job"] = joined((registration_form(farmers, held.of(2), form), summary, made["culture-list"]))
    return made


def _summary(held: Registered, form: FormDefinition, office: Office) -> Document:
    standings = (
        Standing(1, SCHOOL.name, registration_id=1, received_on="2026-02-05", titles=33),
        Standing(2, FARMERS.name, registration_id=2, titles=1, commitments=2),
    )
    facts = SummaryFacts(2026, office, SIGNER, (), standings, held.titles, held.initiatives, held.movements)
    return registration_summary(facts, form)


def _commune(held: Registered, form: FormDefinition, office: Office, plan: Plan) -> Document:
    own = CommuneRegistration(("Cờ thi đua của Ủy ban nhân dân tỉnh",), ("Giữ vững danh hiệu",), "Cụm thi đua số 5")
    return commune_registration(CommuneFacts(2026, office, SIGNER, plan, own, held.titles, ()), form)


def _culture(forms: Mapping[str, FormDefinition], office: Office, plan: Plan) -> dict[str, Document]:
    homes = tuple(Household(f"Nguyễn Văn Mẫu {number}") for number in range(1, 61))
    village = Village("Thôn Một", CultureYear(1, 120, 60, 55, "2026-11-10"), homes)
    of = OrganisationYear(2026, office, plan, Organisation("Thôn Một", head="Đỗ Văn Mẫu", id=3), "", 3)
    form = forms["culture-list"]
    others = (village, Village("Tổ dân phố Hai", CultureYear(2, 80, 70, 66)))
    return {
        "culture-list": joined((culture_list(of, village, POSTED, form), culture_list(of, None, POSTED, form))),
        "culture-summary": culture_summary(2026, office, SIGNER, others, forms["culture-summary"]),
    }
