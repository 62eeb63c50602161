package coverage

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const trialColumns = `t.id, t.name, t.by_id, t.state, t.begun_on, t.applied_by, t.handover_on, t.version`

// ours is true for trials that somebody made, or for all.
func ours(by kernel.ID) db.Cond { return db.If(!by.IsZero(), "t.by_id = ?", by) }

// trials are the latest, those of one author or all.
func trials(tx *db.Tx, by kernel.ID, limit int) ([]Trial, error) {
	return db.List[Trial](tx, `SELECT `+trialColumns+` FROM coverage_trials t WHERE ? AND ? ORDER BY t.id DESC LIMIT ?`, ours(by), tx.Shared(), limit)
}

func trial(tx *db.Tx, id, by kernel.ID) (Trial, error) {
	return db.Find[Trial](tx, `SELECT `+trialColumns+` FROM coverage_trials t WHERE t.id = ? AND ? AND ?`, id, ours(by), tx.Shared())
}

// due are the applied trials with moves that wait for a day up to this one.
func due(tx *db.Tx, on kernel.Date) ([]Trial, error) {
	return db.List[Trial](tx, `SELECT `+trialColumns+` FROM coverage_trials t WHERE t.state = 'applied' AND t.handover_on <= ?
		AND EXISTS (SELECT 1 FROM coverage_moves m WHERE m.trial_id = t.id AND m.state = 'waiting') AND ? ORDER BY t.id`, on, tx.Shared())
}

func addTrial(tx *db.Tx, t Trial) error { return db.Insert(tx, "coverage_trials", t) }

// replaceTrial writes over the version that somebody has read.
func replaceTrial(tx *db.Tx, t Trial) error {
	return tx.Replace(`UPDATE coverage_trials SET name = ?, state = ?, applied_by = ?, handover_on = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`,
		t.Name, t.State, t.Applier, t.HandOver, t.ID, t.Version, tx.Shared())
}

// movesOf are those of a trial of which the account is in sight.
func movesOf(tx *db.Tx, trial kernel.ID) ([]Move, error) {
	return db.List[Move](tx, `SELECT m.trial_id, m.account_id, m.from_id, m.to_id, m.reason, m.state FROM coverage_moves m WHERE m.trial_id = ? AND ? ORDER BY m.account_id`,
		trial, tx.Visible("m.account_id"))
}

func addMoves(tx *db.Tx, moves ...Move) error { return db.Insert(tx, "coverage_moves", moves...) }

// dropMoves takes moves out of a trial: those of one account, or all.
func dropMoves(tx *db.Tx, trial, account kernel.ID) (int64, error) {
	return tx.Exec(`DELETE FROM coverage_moves WHERE trial_id = ? AND ? AND ?`, trial,
		db.If(!account.IsZero(), "account_id = ?", account), tx.Visible("coverage_moves.account_id"))
}

// turn notes what became of some moves of a trial.
func turn(tx *db.Tx, trial kernel.ID, state string, accounts []kernel.ID) error {
	for part := range slices.Chunk(accounts, 100) {
		if _, err := tx.Exec(`UPDATE coverage_moves SET state = ? WHERE trial_id = ? AND ? AND ?`, state, trial,
			db.In("account_id", part...), tx.Visible("coverage_moves.account_id")); err != nil {
			return err
		}
	}
	return nil
}

// waitingOf are the hand-overs of an account that take effect by themselves, the next first.
func waitingOf(tx *db.Tx, account kernel.ID) ([]Waiting, error) {
	return db.List[Waiting](tx, `SELECT m.to_id, t.handover_on FROM coverage_moves m JOIN coverage_trials t ON t.id = m.trial_id
		WHERE m.account_id = ? AND m.state = 'waiting' AND ? ORDER BY t.handover_on, t.id`, account, tx.Visible("m.account_id"))
}

// spoken are those of some accounts that another trial is going to hand over.
func spoken(tx *db.Tx, accounts []kernel.ID) (found []kernel.ID, err error) {
	for part := range slices.Chunk(accounts, 100) {
		rows, err := db.List[kernel.ID](tx, `SELECT DISTINCT m.account_id FROM coverage_moves m WHERE ? AND m.state = 'waiting' AND ?`,
			db.In("m.account_id", part...), tx.Visible("m.account_id"))
		if err != nil {
			return nil, err
		}
		found = append(found, rows...)
	}
	return found, nil
}
