package identity

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// Delegation says who does a user's work from a day to a day, both included.
type Delegation struct {
	User    kernel.ID   `db:"user_id"     json:"user"`
	StandIn kernel.ID   `db:"stand_in_id" json:"stand_in"`
	From    kernel.Date `db:"from_on"     json:"from"`
	Until   kernel.Date `db:"until_on"    json:"until"`
	By      kernel.ID   `db:"set_by"      json:"by,omitzero" doc:"The manager who said so; none: the user himself"`
}

// Delegations are those that have not ended and concern a user, or somebody who
// reports to him: whose work others do, or who do others' work.
func Delegations(tx *db.Tx, user kernel.ID) ([]Delegation, error) {
	return db.List[Delegation](tx, `
		SELECT d.user_id, d.stand_in_id, d.from_on, d.until_on, d.set_by FROM delegations d
		WHERE d.until_on >= ? AND (d.stand_in_id = ? OR d.user_id IN (SELECT r.user_id FROM reports r WHERE r.manager_id = ?))
		ORDER BY d.from_on, d.user_id, d.stand_in_id`, kernel.Today(), user, user)
}

// Delegate lets somebody do a user's work.
func Delegate(tx *db.Tx, d Delegation) error { return db.Insert(tx, "delegations", d) }

// Recall ends a delegation; whoever was away is back.
func Recall(tx *db.Tx, d Delegation) error {
	return tx.Replace(`DELETE FROM delegations WHERE user_id = ? AND stand_in_id = ? AND from_on = ?`, d.User, d.StandIn, d.From)
}

// Leads reports whether a user reports to a manager, through however many others.
func Leads(tx *db.Tx, manager, user kernel.ID) (bool, error) {
	if manager == user {
		return false, nil
	}
	return reportsTo(tx, manager, user)
}

// Answers reports whether the viewer writes in somebody's name: in his own, in that
// of whom he stands in for, and of those who report to him.
func Answers(tx *db.Tx, user kernel.ID) (bool, error) {
	me, _ := From(tx.Context())
	if me.system || user == me.ID || slices.Contains(me.StandsInFor(), user) {
		return true, nil
	}
	return Leads(tx, me.ID, user)
}

// Led are the users who report to a manager, the manager himself included.
func Led(tx *db.Tx, manager kernel.ID) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT r.user_id FROM reports r JOIN users u ON u.id = r.user_id
		WHERE r.manager_id = ? AND u.active ORDER BY u.name`, manager)
}
