package notice

import (
	"erba/kernel"
	"erba/platform/db"
)

const wishColumns = `w.user_id, w.mail, w.confirmed, w.zone, w.quiet_from, w.quiet_until, w.digest_at, w.weekend, w.code, w.code_at, w.wrong, w.version`

// wishOf is what somebody has set, or what is usual.
func wishOf(tx *db.Tx, user kernel.ID) (Wish, error) {
	all, err := db.List[Wish](tx, `SELECT `+wishColumns+` FROM notice_wishes w WHERE w.user_id = ? AND ?`, user, tx.Shared())
	if len(all) == 0 {
		return usual(user), err
	}
	return all[0], err
}

func addWish(tx *db.Tx, w Wish) error { return db.Insert(tx, "notice_wishes", w) }

// replaceWish writes over the version that somebody has read.
func replaceWish(tx *db.Tx, w Wish) error {
	return tx.Replace(`UPDATE notice_wishes SET mail = ?, confirmed = ?, zone = ?, quiet_from = ?, quiet_until = ?, digest_at = ?, weekend = ?,
		code = ?, code_at = ?, wrong = ?, version = version + 1 WHERE user_id = ? AND version = ? AND ?`,
		w.Mail, w.Confirmed, w.Zone, w.QuietFrom, w.QuietUntil, w.DigestAt, w.Weekend, w.Code, w.CodeAt, w.Wrong, w.User, w.Version, tx.Shared())
}

// waysOf are the kinds for which somebody has chosen a way.
func waysOf(tx *db.Tx, user kernel.ID) (map[string]string, error) {
	all, err := db.List[Way](tx, `SELECT w.user_id, w.kind, w.way FROM notice_ways w WHERE w.user_id = ? AND ?`, user, tx.Shared())
	chosen := map[string]string{}
	for _, w := range all {
		chosen[w.Kind] = w.Way
	}
	return chosen, err
}

// choose replaces all that somebody has chosen.
func choose(tx *db.Tx, user kernel.ID, all []Way) error {
	if _, err := tx.Exec(`DELETE FROM notice_ways WHERE user_id = ? AND ?`, user, tx.Shared()); err != nil {
		return err
	}
	return db.Insert(tx, "notice_ways", all...)
}
