package portfolio

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// result is what a model said of an account when it was last evaluated.
type result struct {
	Account kernel.ID   `db:"account_id"`
	Model   string      `db:"model"`
	Result  string      `db:"result"`
	On      kernel.Date `db:"evaluated_on"`
	Config  int64       `db:"config"`
}

// changeRow is a row of the history.
type changeRow struct {
	ID      kernel.ID   `db:"id"`
	Account kernel.ID   `db:"account_id"`
	Model   string      `db:"model"`
	Was     string      `db:"was"`
	Result  string      `db:"result"`
	On      kernel.Date `db:"evaluated_on"`
	Config  int64       `db:"config"`
}

// results are those kept of the accounts from one to another.
func results(tx *db.Tx, from, to kernel.ID) ([]result, error) {
	return db.List[result](tx, `SELECT r.account_id, r.model, r.result, r.evaluated_on, r.config
		FROM portfolio_results r WHERE r.account_id BETWEEN ? AND ? AND ?`, from, to, tx.Visible("r.account_id"))
}

// dropResults removes results that others take the place of.
func dropResults(tx *db.Tx, accounts []kernel.ID) error {
	for some := range slices.Chunk(accounts, 100) {
		if _, err := tx.Exec(`DELETE FROM portfolio_results WHERE ? AND ?`,
			db.In("account_id", some...), tx.Visible("portfolio_results.account_id")); err != nil {
			return err
		}
	}
	return nil
}

func addResults(tx *db.Tx, all []result) error { return db.Insert(tx, "portfolio_results", all...) }

func addChanges(tx *db.Tx, all []changeRow) error { return db.Insert(tx, "portfolio_changes", all...) }

// listedChange is a change with its account, as it is listed.
type listedChange struct {
	ID kernel.ID `db:"id"`
	Change
}

// changes are a page of the history, the latest first.
func changes(tx *db.Tx, account kernel.ID, model string, p Page) ([]listedChange, error) {
	return db.List[listedChange](tx, `
		SELECT h.id, h.account_id, a.code, a.name, h.model, h.was, h.result, h.evaluated_on, h.config
		FROM portfolio_changes h JOIN accounts a ON a.id = h.account_id
		WHERE ? AND ? AND ? AND ? ORDER BY h.id DESC LIMIT ?`,
		db.If(!account.IsZero(), "h.account_id = ?", account),
		db.If(model != "", "h.model = ?", model),
		db.If(!p.After.IsZero(), "h.id < ?", p.After),
		tx.Visible("h.account_id"), p.Limit)
}
