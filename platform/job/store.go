package job

import (
	"erba/kernel"
	"erba/platform/db"
)

const columns = `id, kind, state, user_id, operator, grant_name, args, kept, result, fault, done, total,
	tries, cancel, due_at, beat_at, created_at, started_at, ended_at`

// mine is the condition for the jobs of one user; the system sees all.
func mine(user kernel.ID, all bool) db.Cond { return db.If(!all, "user_id = ?", user) }

func find(tx *db.Tx, id kernel.ID, who db.Cond) (Job, error) {
	return db.Find[Job](tx, `SELECT `+columns+` FROM jobs WHERE id = ? AND ?`, id, who)
}

// list leaves out what is put off: nothing goes on there yet.
func list(tx *db.Tx, who db.Cond, at int64, limit int) ([]Job, error) {
	return db.List[Job](tx, `SELECT `+columns+` FROM jobs WHERE ? AND due_at <= ? ORDER BY id DESC LIMIT ?`, who, at, limit)
}

// due returns the oldest job that waits, if there is one.
func due(tx *db.Tx, at int64) ([]Job, error) {
	return db.List[Job](tx, `SELECT `+columns+` FROM jobs
		WHERE state = ? AND due_at <= ? ORDER BY due_at, id LIMIT 1`, Queued, at)
}

// delay puts a job off, before anybody can have claimed it.
func delay(tx *db.Tx, id kernel.ID, due int64) error {
	_, err := tx.Exec(`UPDATE jobs SET due_at = ? WHERE id = ?`, due, id)
	return err
}

// claim makes a job run here, unless another worker was faster.
func claim(tx *db.Tx, id kernel.ID, at int64) (bool, error) {
	n, err := tx.Exec(`UPDATE jobs SET state = ?, tries = tries + 1, beat_at = ?,
		started_at = CASE WHEN started_at = 0 THEN ? ELSE started_at END
		WHERE id = ? AND state = ?`, Running, at, at, id, Queued)
	return n == 1, err
}

// alive notes progress and returns whether somebody wants the job to stop.
func alive(tx *db.Tx, id kernel.ID, done, total, at int64) (bool, error) {
	if _, err := tx.Exec(`UPDATE jobs SET done = ?, total = ?, beat_at = ? WHERE id = ? AND state = ?`,
		done, total, at, id, Running); err != nil {
		return false, err
	}
	return db.Find[bool](tx, `SELECT cancel FROM jobs WHERE id = ?`, id)
}

func keep(tx *db.Tx, id kernel.ID, kept string) error {
	_, err := tx.Exec(`UPDATE jobs SET kept = ? WHERE id = ?`, kept, id)
	return err
}

func end(tx *db.Tx, j Job) error {
	_, err := tx.Exec(`UPDATE jobs SET state = ?, result = ?, fault = ?, done = ?, total = ?, ended_at = ? WHERE id = ?`,
		j.State, j.Result, j.Fault, j.Done, j.Total, j.Ended, j.ID)
	return err
}

// wish asks for a job to stop; one that waits is cancelled at once.
func wish(tx *db.Tx, id kernel.ID, at int64) error {
	if _, err := tx.Exec(`UPDATE jobs SET cancel = TRUE WHERE id = ? AND state = ?`, id, Running); err != nil {
		return err
	}
	_, err := tx.Exec(`UPDATE jobs SET cancel = TRUE, state = ?, ended_at = ? WHERE id = ? AND state = ?`,
		Cancelled, at, id, Queued)
	return err
}

// revive queues again what a dead worker left, and gives up what died too often.
func revive(tx *db.Tx, silent, at int64, fault string) error {
	if _, err := tx.Exec(`UPDATE jobs SET state = ?, fault = ?, ended_at = ?
		WHERE state = ? AND beat_at < ? AND tries >= ?`, Failed, fault, at, Running, silent, most); err != nil {
		return err
	}
	_, err := tx.Exec(`UPDATE jobs SET state = ? WHERE state = ? AND beat_at < ?`, Queued, Running, silent)
	return err
}

// waits reports whether a job of a kind is already queued or running.
func waits(tx *db.Tx, kind string) (bool, error) {
	return db.Find[bool](tx, `SELECT count(*) > 0 FROM jobs WHERE kind = ? AND state IN (?, ?)`, kind, Queued, Running)
}
