package lead

import (
	"erba/kernel"
	"erba/platform/db"
)

const columns = `l.id, l.name, l.city, l.industry, l.need, l.speaks_to, l.source, l.source_detail, l.signs, l.amount, l.percent, l.potential, l.strength,
	l.effort, l.state, l.reason, l.next_on, l.wake_on, l.owner_id, l.account_id, l.deal_id, l.made_on, l.moved_on, l.version`

func find(tx *db.Tx, id kernel.ID) (Lead, error) {
	return db.Find[Lead](tx, `SELECT `+columns+` FROM leads l WHERE l.id = ? AND ?`, id, tx.Visible("l.id"))
}

// listed is a lead with what belongs to its line.
type listed struct {
	Lead
	Ours      string `db:"ours"`
	DealState string `db:"deal_state"`
	DealName  string `db:"deal_name"`
}

// list are the leads in sight. What has become of a deal is told to who sees the deal.
func list(tx *db.Tx, deals *db.Tx, which db.Cond) ([]listed, error) {
	return db.List[listed](tx, `SELECT `+columns+`, u.name AS ours, coalesce(o.state, '') AS deal_state, coalesce(o.name, '') AS deal_name
		FROM leads l JOIN users u ON u.id = l.owner_id LEFT JOIN opportunities o ON o.id = l.deal_id AND ?
		WHERE ? AND ? ORDER BY l.id DESC`, deals.Visible("o.row_id"), which, tx.Visible("l.id"))
}

func add(tx *db.Tx, l Lead) error { return db.Insert(tx, "leads", l) }

func replace(tx *db.Tx, l Lead) error {
	return tx.Replace(`UPDATE leads SET name = ?, city = ?, industry = ?, need = ?, speaks_to = ?, source = ?, source_detail = ?, signs = ?, amount = ?,
		percent = ?, potential = ?, strength = ?, effort = ?, state = ?, reason = ?, next_on = ?, wake_on = ?, account_id = ?, deal_id = ?, moved_on = ?,
		version = version + 1 WHERE id = ? AND version = ? AND ?`,
		l.Name, l.City, l.Industry, l.Need, l.SpeaksTo, l.Source, l.Detail, l.Signs, l.Amount, l.Percent, l.Potential, l.Strength, l.Effort, l.State, l.Reason,
		l.Next, l.Wake, l.Account, l.Deal, l.Moved, l.ID, l.Version, tx.Visible("leads.id"))
}

func moves(tx *db.Tx, lead kernel.ID) ([]Move, error) {
	return db.List[Move](tx, `SELECT m.id, m.lead_id, m.was, m.is_now, m.reason, m.moved_on, m.by_id FROM lead_moves m WHERE m.lead_id = ? AND ? ORDER BY m.id DESC`,
		lead, tx.Visible("m.lead_id"))
}

const wishColumns = `w.id, w.name, w.why, w.idea, w.owner_id, w.review_on, w.account_id, w.contacted_on, w.ended_on, w.made_on, w.version`

func wishes(tx *db.Tx, which db.Cond) ([]Wish, error) {
	return db.List[Wish](tx, `SELECT `+wishColumns+` FROM lead_wishes w WHERE ? AND ? ORDER BY w.review_on, w.id`, which, tx.Visible("w.id"))
}

func findWish(tx *db.Tx, id kernel.ID) (Wish, error) {
	return db.Find[Wish](tx, `SELECT `+wishColumns+` FROM lead_wishes w WHERE w.id = ? AND ?`, id, tx.Visible("w.id"))
}

func replaceWish(tx *db.Tx, w Wish) error {
	return tx.Replace(`UPDATE lead_wishes SET name = ?, why = ?, idea = ?, review_on = ?, account_id = ?, contacted_on = ?, ended_on = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`, w.Name, w.Why, w.Idea, w.Review, w.Account, w.Contacted, w.Ended, w.ID, w.Version, tx.Visible("lead_wishes.id"))
}

// steps are those of a quarter of which anything was written.
func steps(tx *db.Tx, quarter int64) ([]Step, error) {
	return db.List[Step](tx, `SELECT r.quarter, r.step, r.note, r.done_on, r.by_id, r.version FROM lead_rounds r WHERE r.quarter = ? AND ?`, quarter, tx.Shared())
}

func replaceStep(tx *db.Tx, s Step) error {
	return tx.Replace(`UPDATE lead_rounds SET note = ?, done_on = ?, by_id = ?, version = version + 1 WHERE quarter = ? AND step = ? AND version = ? AND ?`,
		s.Note, s.Done, s.By, s.Quarter, s.Step, s.Version, tx.Shared())
}
