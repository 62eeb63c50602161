package identity

import (
	"erba/kernel"
	"erba/platform/db"
)

func findFactor(tx *db.Tx, user kernel.ID) (factor, error) {
	return db.Find[factor](tx, `SELECT id, secret, since, step FROM second_factors WHERE id = ?`, user)
}

func hasFactor(tx *db.Tx, user kernel.ID) (bool, error) {
	return db.Find[bool](tx, `SELECT count(*) > 0 FROM second_factors WHERE id = ? AND since > 0`, user)
}

func withFactor(tx *db.Tx) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT id FROM second_factors WHERE since > 0`)
}

// beginFactor keeps the first secret that is offered.
func beginFactor(tx *db.Tx, f factor) error {
	_, err := tx.Exec(`INSERT INTO second_factors (id, secret, since, step) VALUES (?, ?, 0, 0)
		ON CONFLICT (id) DO NOTHING`, f.User, f.Secret)
	return err
}

func confirmFactor(tx *db.Tx, user kernel.ID, now, step int64) error {
	_, err := tx.Exec(`UPDATE second_factors SET since = ?, step = ? WHERE id = ?`, now, step, user)
	return err
}

// takeStep takes a code, which only one of several callers can, and no earlier one after it.
func takeStep(tx *db.Tx, user kernel.ID, step int64) error {
	n, err := tx.Exec(`UPDATE second_factors SET step = ? WHERE id = ? AND step < ?`, step, user, step)
	return spent(n, err)
}

func takeCode(tx *db.Tx, user kernel.ID, hashed string) error {
	n, err := tx.Exec(`DELETE FROM recovery_codes WHERE user_id = ? AND code = ?`, user, hashed)
	return spent(n, err)
}

func spent(n int64, err error) error {
	if err == nil && n == 0 {
		return kernel.Denied("identity.bad_code")
	}
	return err
}

func addCode(tx *db.Tx, user kernel.ID, hashed string) error {
	_, err := tx.Exec(`INSERT INTO recovery_codes (user_id, code) VALUES (?, ?)`, user, hashed)
	return err
}

func dropCodes(tx *db.Tx, user kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM recovery_codes WHERE user_id = ?`, user)
	return err
}

func codesLeft(tx *db.Tx, user kernel.ID) (int, error) {
	return db.Find[int](tx, `SELECT count(*) FROM recovery_codes WHERE user_id = ?`, user)
}

func dropFactor(tx *db.Tx, user kernel.ID) error {
	if err := dropCodes(tx, user); err != nil {
		return err
	}
	_, err := tx.Exec(`DELETE FROM second_factors WHERE id = ?`, user)
	return err
}

// disarm drops the factor and begins a new era: whoever holds the lost phone may hold a session, too.
func disarm(tx *db.Tx, user kernel.ID) error {
	if err := dropFactor(tx, user); err != nil {
		return err
	}
	return tx.Replace(`UPDATE users SET era = era + 1, version = version + 1 WHERE id = ?`, user)
}
