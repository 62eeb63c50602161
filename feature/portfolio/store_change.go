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

// eachResult calls f for every result kept of the accounts from one to another.
func eachResult(tx *db.Tx, from, to kernel.ID, f func(account kernel.ID, model, result string)) error {
	var account kernel.ID
	var model, result string
	return tx.Each(func(scan func(...any) error) error {
		if err := scan(&account, &model, &result); err != nil {
			return err
		}
		f(account, model, result)
		return nil
	}, `SELECT r.account_id, r.model, r.result FROM portfolio_results r WHERE r.account_id BETWEEN ? AND ? AND ?`,
		from, to, tx.Visible("r.account_id"))
}

// dropResults removes results that others take the place of.
func dropResults(tx *db.Tx, all []result) error {
	by := map[string][]kernel.ID{}
	for _, r := range all {
		by[r.Model] = append(by[r.Model], r.Account)
	}
	for model, accounts := range by {
		for some := range slices.Chunk(accounts, 100) {
			if _, err := tx.Exec(`DELETE FROM portfolio_results WHERE model = ? AND ? AND ?`,
				model, db.In("account_id", some...), tx.Visible("portfolio_results.account_id")); err != nil {
				return err
			}
		}
	}
	return nil
}

// settledCount is how often results were written.
func settledCount(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT settled FROM portfolio_state WHERE ?`, tx.Shared())
}

// countSettled counts one time more.
func countSettled(tx *db.Tx) (int64, error) {
	if _, err := tx.Exec(`UPDATE portfolio_state SET settled = settled + 1 WHERE ?`, tx.Shared()); err != nil {
		return 0, err
	}
	return settledCount(tx)
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
