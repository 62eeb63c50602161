package portfolio

import (
	"erba/kernel"
	"erba/platform/db"
)

// unmanaged are the key accounts that nobody answers for, entered up to a day;
// answered is true for the others.
func unmanaged(tx *db.Tx, answered db.Cond, upto kernel.Date) ([]Status, error) {
	return db.List[Status](tx, `
		SELECT k.account_id, k.since_on, k.manual, k.listed_on
		FROM portfolio_keys k JOIN accounts a ON a.id = k.account_id
		WHERE a.merged_into IS NULL AND NOT (?) AND ? AND ? ORDER BY k.account_id`,
		answered, db.If(!upto.IsZero(), "k.listed_on <= ?", upto), tx.Visible("k.account_id"))
}

// countUnmanaged counts them, and those entered up to a day.
func countUnmanaged(tx *db.Tx, answered db.Cond, upto kernel.Date) (Upkeep, error) {
	return db.Find[Upkeep](tx, `
		SELECT count(*) AS unmanaged, COALESCE(sum(CASE WHEN k.listed_on <= ? THEN 1 ELSE 0 END), 0) AS overdue
		FROM portfolio_keys k JOIN accounts a ON a.id = k.account_id
		WHERE a.merged_into IS NULL AND NOT (?) AND ?`, upto, answered, tx.Visible("k.account_id"))
}

// countReviews counts the open reviews, and those due before a day.
func countReviews(tx *db.Tx, today kernel.Date) (Upkeep, error) {
	return db.Find[Upkeep](tx, `
		SELECT count(*) AS reviews, COALESCE(sum(CASE WHEN r.due_on < ? THEN 1 ELSE 0 END), 0) AS late_reviews
		FROM portfolio_reviews r JOIN accounts a ON a.id = r.account_id
		WHERE r.state = ? AND a.merged_into IS NULL AND ?`, today, reviewOpen, tx.Visible("r.account_id"))
}

// statusOf is the entry of an account in the register.
func statusOf(tx *db.Tx, account kernel.ID) (Status, error) {
	return db.Find[Status](tx, `SELECT k.account_id, k.since_on, k.manual, k.listed_on FROM portfolio_keys k
		WHERE k.account_id = ? AND ?`, account, tx.Visible("k.account_id"))
}

const reviewColumns = `r.id, r.account_id, r.quarter, r.opened_on, r.due_on, r.state, r.reason, r.decider_id, r.decider, r.decided_on, r.version`

func findReview(tx *db.Tx, id kernel.ID) (Review, error) {
	return db.Find[Review](tx, `SELECT `+reviewColumns+` FROM portfolio_reviews r WHERE r.id = ? AND ?`, id, tx.Visible("r.account_id"))
}

// reviewsNow are those that are open, and all of a quarter.
func reviewsNow(tx *db.Tx, quarter string) ([]Review, error) {
	return db.List[Review](tx, `SELECT `+reviewColumns+` FROM portfolio_reviews r
		WHERE (r.state = ? OR r.quarter = ?) AND ? ORDER BY r.account_id, r.id`, reviewOpen, quarter, tx.Visible("r.account_id"))
}

// reviewRow is a review with its account, as it is listed.
type reviewRow struct {
	Review
	Code string `db:"code"`
	Name string `db:"name"`
}

// reviews are a page of them, those due first; of one state, or all.
func reviews(tx *db.Tx, state string, p Page) ([]reviewRow, error) {
	return db.List[reviewRow](tx, `
		SELECT `+reviewColumns+`, a.code, a.name FROM portfolio_reviews r JOIN accounts a ON a.id = r.account_id
		WHERE a.merged_into IS NULL AND ? AND ? AND ? ORDER BY r.due_on, r.id LIMIT ?`,
		db.If(state != "", "r.state = ?", state),
		db.If(!p.After.IsZero(), "(r.due_on, r.id) > (SELECT c.due_on, c.id FROM portfolio_reviews c WHERE c.id = ? AND ?)", p.After, tx.Visible("c.account_id")),
		tx.Visible("r.account_id"), p.Limit)
}

func addReviews(tx *db.Tx, all ...Review) error { return db.Insert(tx, "portfolio_reviews", all...) }

// replaceReview writes a review over the version it was read at.
func replaceReview(tx *db.Tx, r Review) error {
	return tx.Replace(`UPDATE portfolio_reviews SET state = ?, reason = ?, decider_id = ?, decider = ?, decided_on = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`,
		r.State, r.Reason, r.Decider, r.Decided, r.DecidedOn, r.ID, r.Version, tx.Visible("portfolio_reviews.account_id"))
}
