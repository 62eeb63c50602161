package evaluation

import (
	"erba/kernel"
	"erba/platform/db"
)

const proposalColumns = `p.id, p.account_id, p.model, p.was, p.becomes, p.up, p.as_of, p.first_on, p.runs, p.state, p.need, p.reason,
	p.current_minor, p.expected_minor, p.objection, p.objector_id, p.objected_at`

func addProposals(tx *db.Tx, all []Proposal) error {
	return db.Insert(tx, "evaluation_proposals", all...)
}

// proposal is one of them.
func proposal(tx *db.Tx, id kernel.ID) (Proposal, error) {
	return db.Find[Proposal](tx, `SELECT `+proposalColumns+` FROM evaluation_proposals p WHERE p.id = ? AND ?`, id, tx.Visible("p.account_id"))
}

// open are the open proposals of all accounts.
func open(tx *db.Tx) ([]Pending, error) {
	return db.List[Pending](tx, `SELECT p.id, p.account_id, p.model, p.was, p.becomes FROM evaluation_proposals p
		WHERE p.state = ? AND ?`, Open, tx.Visible("p.account_id"))
}

// closed says what a proposal has come to.
func closed(tx *db.Tx, id kernel.ID, state string) error {
	return tx.Replace(`UPDATE evaluation_proposals SET state = ? WHERE id = ? AND ?`, state, id, tx.Visible("evaluation_proposals.account_id"))
}

// object notes what an account's owner holds against a proposal.
func object(tx *db.Tx, p Proposal) error {
	return tx.Replace(`UPDATE evaluation_proposals SET objection = ?, objector_id = ?, objected_at = ? WHERE id = ? AND state = ? AND ?`,
		p.Objection, p.Objector, p.Objected, p.ID, Open, tx.Visible("evaluation_proposals.account_id"))
}

// row is a proposal with its account.
type row struct {
	Proposal
	Code  string    `db:"code"`
	Name  string    `db:"name"`
	Owner kernel.ID `db:"owner_id"`
}

// Which narrows a list of proposals.
type Which struct {
	State     string
	Model     string
	Account   kernel.ID
	Direction string // up or down
	Contested bool
	Upto      kernel.ID // none newer than this one
	After     kernel.ID
	Limit     int
}

func (w Which) cond() db.Cond {
	return db.If(true, "? AND ? AND ? AND ? AND ? AND ?",
		db.If(w.State != "", "p.state = ?", w.State), db.If(w.Model != "", "p.model = ?", w.Model),
		db.If(!w.Account.IsZero(), "p.account_id = ?", w.Account), db.If(w.Direction != "", "p.up = ?", w.Direction == "up"),
		db.If(w.Contested, "p.objected_at > 0"), db.If(!w.Upto.IsZero(), "p.id <= ?", w.Upto))
}

// list is a page of proposals, the latest first.
func list(tx *db.Tx, w Which) ([]row, error) {
	return db.List[row](tx, `SELECT `+proposalColumns+`, a.code, a.name, a.owner_id
		FROM evaluation_proposals p JOIN accounts a ON a.id = p.account_id
		WHERE ? AND ? AND ? ORDER BY p.id DESC LIMIT ?`,
		w.cond(), db.If(!w.After.IsZero(), "p.id < ?", w.After), tx.Visible("p.account_id"), w.Limit)
}

// tallies count the open proposals by what they change.
func tallies(tx *db.Tx) ([]Tally, error) {
	return db.List[Tally](tx, `SELECT p.model, p.was, p.becomes, p.up, count(*) AS n FROM evaluation_proposals p
		WHERE p.state = ? AND ? GROUP BY p.model, p.was, p.becomes, p.up ORDER BY p.model, p.was, p.becomes`, Open, tx.Visible("p.account_id"))
}

// inSight are those of some accounts that the viewer sees.
func inSight(tx *db.Tx, accounts []kernel.ID) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT a.id FROM accounts a WHERE ? AND ?`, db.In("a.id", accounts...), tx.Visible("a.id"))
}
