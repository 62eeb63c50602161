package portfolio

import (
	"erba/kernel"
	"erba/platform/db"
)

// revision counts the changes of judgements.
func revision(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT revision FROM portfolio_state WHERE ?`, tx.Shared())
}

// touch tells every process that judgements have changed.
func touch(tx *db.Tx) error {
	_, err := tx.Exec(`UPDATE portfolio_state SET revision = revision + 1 WHERE ?`, tx.Shared())
	return err
}

const estimateColumns = `e.id, e.latest, e.account_id, e.kind, e.version, e.value, e.evidence, e.author_id, e.author, e.estimated_on, e.expires_on, e.quality`

// estimates are the latest of every account and kind.
func estimates(tx *db.Tx) ([]Estimate, error) {
	return db.List[Estimate](tx, `SELECT `+estimateColumns+` FROM portfolio_estimates e
		WHERE e.latest AND ? ORDER BY e.account_id, e.kind`, tx.Visible("e.account_id"))
}

// latest is the estimate of one account and kind that counts, with version 0 if
// nobody has given one.
func latest(tx *db.Tx, account kernel.ID, kind string) (Estimate, error) {
	found, err := db.List[Estimate](tx, `SELECT `+estimateColumns+` FROM portfolio_estimates e
		WHERE e.account_id = ? AND e.kind = ? AND e.latest AND ?`, account, kind, tx.Visible("e.account_id"))
	if err != nil || len(found) == 0 {
		return Estimate{Account: account, Kind: kind}, err
	}
	return found[0], nil
}

// latestOf are the estimates of some accounts that count.
func latestOf(tx *db.Tx, accounts []kernel.ID) ([]Estimate, error) {
	return db.List[Estimate](tx, `SELECT `+estimateColumns+` FROM portfolio_estimates e
		WHERE ? AND e.latest AND ?`, db.In("e.account_id", accounts...), tx.Visible("e.account_id"))
}

// retire takes the word from the version of an estimate that a new one replaces.
func retire(tx *db.Tx, e Estimate) error {
	return tx.Replace(`UPDATE portfolio_estimates SET latest = ?
		WHERE account_id = ? AND kind = ? AND version = ? AND latest AND ?`,
		false, e.Account, e.Kind, e.Version, tx.Visible("portfolio_estimates.account_id"))
}

func addEstimate(tx *db.Tx, all ...Estimate) error {
	return db.Insert(tx, "portfolio_estimates", all...)
}

const nominationColumns = `n.id, n.account_id, n.kind, n.reason, n.evidence, n.expires_on, n.proposer_id, n.proposer,
	n.approver_id, n.approver, n.version`

func nominations(tx *db.Tx) ([]Nomination, error) {
	return db.List[Nomination](tx, `SELECT `+nominationColumns+` FROM portfolio_nominations n
		WHERE ? ORDER BY n.account_id, n.id`, tx.Visible("n.account_id"))
}

func addNomination(tx *db.Tx, n Nomination) error { return db.Insert(tx, "portfolio_nominations", n) }

// endNomination lets a nomination end before its time.
func endNomination(tx *db.Tx, n Nomination) error {
	return tx.Replace(`UPDATE portfolio_nominations SET expires_on = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`,
		n.Expires, n.ID, n.Version, tx.Visible("portfolio_nominations.account_id"))
}

func findNomination(tx *db.Tx, id kernel.ID) (Nomination, error) {
	return db.Find[Nomination](tx, `SELECT `+nominationColumns+` FROM portfolio_nominations n WHERE n.id = ? AND ?`, id, tx.Visible("n.account_id"))
}

func nominationsOf(tx *db.Tx, account kernel.ID) ([]Nomination, error) {
	return db.List[Nomination](tx, `SELECT `+nominationColumns+` FROM portfolio_nominations n
		WHERE n.account_id = ? AND ? ORDER BY n.id DESC`, account, tx.Visible("n.account_id"))
}

func dropNomination(tx *db.Tx, id kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM portfolio_nominations WHERE id = ? AND ?`, id, tx.Visible("portfolio_nominations.account_id"))
	return err
}

func keys(tx *db.Tx) ([]Status, error) {
	return db.List[Status](tx, `SELECT k.account_id, k.since_on, k.manual, k.listed_on FROM portfolio_keys k
		WHERE ? ORDER BY k.account_id`, tx.Visible("k.account_id"))
}

// dropStatus takes a key account off the register, for another day to be entered.
func dropStatus(tx *db.Tx, account kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM portfolio_keys WHERE account_id = ? AND ?`, account, tx.Visible("portfolio_keys.account_id"))
	return err
}

// addStatuses enters key accounts, unless somebody else has done so meanwhile.
func addStatuses(tx *db.Tx, all ...Status) error {
	for _, s := range all {
		if _, err := tx.Exec(`INSERT INTO portfolio_keys (account_id, since_on, manual, listed_on) VALUES (?, ?, ?, ?)
			ON CONFLICT (account_id) DO NOTHING`, s.Account, s.Since, s.Manual, s.Listed); err != nil {
			return err
		}
	}
	return nil
}
