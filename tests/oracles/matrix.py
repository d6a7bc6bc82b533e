"""Who may do what: the table of roles and permissions of the domain reference, section 5, as data.

A allow, B on behalf of a participant with a mandate, R register with evidence, P propose; then o own,
2 a second person, d the same day. Left out: what is for viewing only, and what is not built.
"""

ROLES = {
    "SG": ("steering_group", "none", None),
    "PM": ("project_manager", "none", None),
    "BM": ("mediator", "none", None),
    "DN": ("participant", "account", None),
    "UP": ("issuing_partner", "partner", None),
    "VP": ("redeeming_partner", "partner", None),
    "AP": ("administration_point", "contact_point", "administration"),
    "WK": ("exchange_office", "contact_point", "exchange"),
    "VL": ("redemption_desk", "contact_point", "redemption"),
    "ME": ("auditor", "none", None),
    "SYS": ("system", "none", None),
}

CELLS = """
action                SG   PM   BM   DN   UP   VP   AP   WK   VL   ME   SYS
adopt_design          A2   P    -    -    -    -    -    -    -    -    -
approve_partner       A    P    -    -    -    -    -    -    -    -    -
appoint_role          P    A    -    -    -    -    -    -    -    -    -
take_over             -    A2   -    -    -    -    -    -    -    -    -
register_participant  -    A    R    Ao   -    -    A    -    -    -    -
record_fact           -    A    B    Ao   -    -    A    -    -    -    -
welcome               -    A    R    -    -    -    A    -    -    -    A
give_mandate          -    R    -    Ao   -    -    R    -    -    -    -
revoke_mandate        -    A    -    Ao   -    -    R    -    -    -    -
transfer              -    -    B    Ao   -    -    -    R    -    -    -
award                 -    A2   P    Po   Ao   -    -    R    -    -    A
gift                  -    -    B2   Ao   -    -    -    R    -    -    -
redeem                -    -    B    Ao   -    Ro   -    -    A    -    -
reserve               -    A    B    Ao   -    Ao   -    -    A    -    A
restock               -    A    -    -    -    Ao   -    -    A    -    -
reverse               -    A    Po   Po   Po   Po   P    Pod  Po   -    -
print_notes           -    A2   -    -    -    -    -    -    -    -    -
send_notes            -    A2   -    -    -    -    -    A    -    -    -
receive_notes         -    A2   -    -    Ao   -    -    A    -    -    -
pay_out               -    -    B2   Po   -    -    -    A    -    -    -
take_in               -    -    B2   Po   -    -    -    A    -    -    -
swap_notes            -    -    -    -    -    -    -    A    -    -    -
keep_till             -    -    -    -    -    -    -    A    A    -    -
count_cash            -    -    -    -    -    -    -    A    A    -    -
approve_difference    -    A    -    -    -    -    -    -    -    -    -
claim_settlement      -    A    -    -    -    Ao   -    -    -    -    A
reject_claim          -    A    -    -    -    -    -    -    -    -    -
approve_settlement    -    A2   -    -    -    -    -    -    -    -    -
confirm_payment       -    A    -    -    -    -    -    -    -    -    -
claw_back             -    A2   -    -    -    -    -    -    -    -    -
close_day             -    -    -    -    -    -    -    -    -    -    A
record_notice         -    A    A    -    -    -    -    -    -    -    A
end_units             A2   P    -    -    -    -    -    -    -    -    -
set_limits            A    A    P    -    -    -    -    -    -    -    -
exceed_limit          -    A2   P    -    -    -    -    -    -    -    -
change_account_state  -    A    P    -    -    -    -    -    -    -    -
close_account         -    A    B    Po   -    -    P    -    -    -    A
write_off             -    A2   -    -    -    -    -    -    -    -    -
"""

WORDS = {"A": "allow", "B": "behalf", "R": "register", "P": "propose", "o": "own", "2": "second", "d": "same_day"}


def default_matrix():
    """The same in the form of a design file: roles, and permissions by action and role."""
    head, *rows = [line.split() for line in CELLS.split("\n") if line]
    roles = {}
    for name, scope, function in ROLES.values():
        roles[name] = {"scope": scope} | ({"function": function} if function else {})
    permissions = {}
    for action, *cells in rows:
        permissions[action] = {
            ROLES[role][0]: " ".join(WORDS[letter] for letter in cell)
            for role, cell in zip(head[1:], cells, strict=True)
            if cell != "-"
        }
    return {"roles": roles, "permissions": permissions}
