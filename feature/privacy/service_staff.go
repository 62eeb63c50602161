package privacy

import (
	"time"

	"erba/kernel"
	"erba/platform/db"
)

// staff keeps what is known of the program's own users: they are people, too.
type staff struct{}

const staffKind = "user"

// Inventory says what is kept of users.
func (staff) Inventory() []Field {
	return []Field{
		{"privacy.user_name", "C1", "privacy.for_access", "privacy.basis_employment", "privacy.keep_employed"},
		{"privacy.user_login", "C1", "privacy.for_access", "privacy.basis_employment", "privacy.keep_employed"},
		{"privacy.user_deeds", "C1", "privacy.for_proof", "privacy.basis_duty", "privacy.keep_log"},
	}
}

// Tables are none: whoever is named in another user's row is told.
func (staff) Tables() []string { return nil }

// Kind is what the records are called.
func (staff) Kind() string { return staffKind }

// Find are the users of a name or login.
func (staff) Find(tx *db.Tx, w Who) (all []Found, err error) {
	found, err := colleaguesNamed(tx, w.Name)
	for _, c := range found {
		all = append(all, Found{Record: Record{staffKind, c.ID}, Name: c.Name, Hint: c.Login})
	}
	return all, err
}

// Identify says who users are.
func (staff) Identify(tx *db.Tx, ids []kernel.ID) (all []Who, err error) {
	found, err := colleagues(tx, ids)
	for _, c := range found {
		all = append(all, Who{Name: c.Name})
	}
	return all, err
}

// Held is what is kept of a user: himself, and what he did.
func (staff) Held(tx *db.Tx, p Person) ([]Section, error) {
	found, err := colleagues(tx, p.Of(staffKind))
	if err != nil {
		return nil, err
	}
	own, done := Section{Key: "privacy.held_users", Table: "users"}, Section{Key: "privacy.held_deeds", Table: "audit"}
	var logins []string
	for _, c := range found {
		row := Row{}
		row.Add("privacy.user_name", c.Name)
		row.Add("privacy.user_login", c.Login)
		row.Add("privacy.user_roles", c.Roles)
		row.Add("privacy.user_language", c.Language)
		own.Rows, own.Told, logins = append(own.Rows, row), append(own.Told, c.ID), append(logins, c.Login)
	}
	all, err := deeds(tx, logins)
	for _, d := range all {
		row := Row{}
		row.Add("privacy.actor", d.Actor)
		row.Say("privacy.verb", d.Verb, did(d.Verb))
		row.Add("privacy.times", kernel.Whole(d.Times).String())
		row.Add("privacy.first", instant(d.First))
		row.Add("privacy.last", instant(d.Last))
		done.Rows = append(done.Rows, row)
	}
	return []Section{own, done}, err
}

func instant(micro int64) string { return time.UnixMicro(micro).UTC().Format(time.RFC3339) }

// Erase leaves users: what they did must be provable while they work here.
func (staff) Erase(*db.Tx, Person) error { return nil }

// Correct sends to where users are kept.
func (staff) Correct(*db.Tx, kernel.ID, string, string) error {
	return kernel.Refused("privacy.staff_stays")
}

// Withdraw ends nothing: users are not kept by consent.
func (staff) Withdraw(*db.Tx, Person) error { return nil }
