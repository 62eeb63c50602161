package portfolio

import (
	"erba/kernel"
	"erba/platform/db"
)

// lend brings to an account what another one was judged by: the estimates of
// kinds of which it has none, with those that they replaced. Where both have
// one, that of the account that remains counts.
func lend(tx *db.Tx, merge, from, into kernel.ID) error {
	_, err := tx.Exec(`INSERT INTO portfolio_moves (merge_id, row_id)
		SELECT CAST(? AS BIGINT), e.id FROM portfolio_estimates e WHERE e.account_id = ? AND ?
			AND NOT EXISTS (SELECT 1 FROM portfolio_estimates o WHERE o.account_id = ? AND o.kind = e.kind)`,
		merge, from, tx.Visible("e.account_id"), into)
	if err != nil {
		return err
	}
	_, err = tx.Exec(`UPDATE portfolio_estimates SET account_id = ?
		WHERE account_id = ? AND id IN (SELECT m.row_id FROM portfolio_moves m WHERE m.merge_id = ?) AND ?`,
		into, from, merge, tx.Visible("portfolio_estimates.account_id"))
	return err
}

// takeBack undoes it: of each kind the last one that was brought counts again
// where it came from; those of after the merge stay.
func takeBack(tx *db.Tx, merge, from kernel.ID) error {
	_, err := tx.Exec(`UPDATE portfolio_estimates SET account_id = ?, latest = NOT EXISTS (
			SELECT 1 FROM portfolio_estimates l JOIN portfolio_moves b ON b.row_id = l.id AND b.merge_id = ?
			WHERE l.kind = portfolio_estimates.kind AND l.version > portfolio_estimates.version)
		WHERE id IN (SELECT m.row_id FROM portfolio_moves m WHERE m.merge_id = ?) AND ?`,
		from, merge, merge, tx.Visible("portfolio_estimates.account_id"))
	return err
}

// lendQuarters gives an account the points of quarters in which it had none
// itself. The other one keeps its own: nobody asks it while it is merged.
func lendQuarters(tx *db.Tx, merge, from, into kernel.ID) error {
	_, err := tx.Exec(`INSERT INTO portfolio_moved_quarters (merge_id, quarter)
		SELECT CAST(? AS BIGINT), q.quarter FROM portfolio_quarters q WHERE q.account_id = ? AND ?
			AND NOT EXISTS (SELECT 1 FROM portfolio_quarters o WHERE o.account_id = ? AND o.quarter = q.quarter)`,
		merge, from, tx.Visible("q.account_id"), into)
	if err != nil {
		return err
	}
	_, err = tx.Exec(`INSERT INTO portfolio_quarters (account_id, quarter, score, class)
		SELECT CAST(? AS BIGINT), q.quarter, q.score, q.class FROM portfolio_quarters q
		JOIN portfolio_moved_quarters m ON m.quarter = q.quarter AND m.merge_id = ?
		WHERE q.account_id = ? AND ?`, into, merge, from, tx.Visible("q.account_id"))
	return err
}

// takeBackQuarters undoes it. The quarter that runs is written anew by the next
// evaluation.
func takeBackQuarters(tx *db.Tx, merge, into kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM portfolio_quarters WHERE account_id = ? AND ?
		AND quarter IN (SELECT m.quarter FROM portfolio_moved_quarters m WHERE m.merge_id = ?)`,
		into, tx.Visible("portfolio_quarters.account_id"), merge)
	if err != nil {
		return err
	}
	_, err = tx.Exec(`DELETE FROM portfolio_moved_quarters WHERE merge_id = ? AND ?`, merge, tx.Shared())
	return err
}
