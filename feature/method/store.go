package method

import (
	"erba/kernel"
	"erba/platform/db"
)

// begun is how many versions hold or have held on a day. It only grows, and
// whenever another version holds it has grown.
func begun(tx *db.Tx, on kernel.Date) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM method_settings s WHERE s.effective_on <= ? AND ?`, on, tx.Shared())
}

const versionColumns = `s.id, s.model, s.version, s.config, s.reason, s.author_id, s.author, s.approver_id, s.approver,
	s.decided_on, s.effective_on`

// versions are those of a method in their order, or of all where none is named.
func versions(tx *db.Tx, model string) ([]Version, error) {
	return db.List[Version](tx, `SELECT `+versionColumns+` FROM method_settings s
		WHERE ? AND ? ORDER BY s.model, s.version`, db.If(model != "", "s.model = ?", model), tx.Shared())
}

func addVersion(tx *db.Tx, v Version) error { return db.Insert(tx, "method_settings", v) }

// modelOf is the method that a draft is of, or was before it was approved.
func modelOf(tx *db.Tx, draft kernel.ID) (string, error) {
	return db.Find[string](tx, `
		SELECT d.model FROM method_drafts d WHERE d.id = ? AND ?
		UNION SELECT s.model FROM method_settings s WHERE s.id = ? AND ?`, draft, tx.Shared(), draft, tx.Shared())
}

const draftColumns = `d.id, d.model, d.base, d.config, d.author_id, d.author, d.saved_at, d.version`

// drafts are those of all methods.
func drafts(tx *db.Tx) ([]Draft, error) {
	return db.List[Draft](tx, `SELECT `+draftColumns+` FROM method_drafts d WHERE ? ORDER BY d.model`, tx.Shared())
}

// draftOf is that of a method, with version 0 if there is none.
func draftOf(tx *db.Tx, model string) (Draft, error) {
	found, err := db.List[Draft](tx, `SELECT `+draftColumns+` FROM method_drafts d WHERE d.model = ? AND ?`, model, tx.Shared())
	if err != nil || len(found) == 0 {
		return Draft{Model: model}, err
	}
	return found[0], nil
}

func addDraft(tx *db.Tx, d Draft) error { return db.Insert(tx, "method_drafts", d) }

// replaceDraft writes over the version of a draft that was read.
func replaceDraft(tx *db.Tx, d Draft) error {
	return tx.Replace(`
		UPDATE method_drafts SET base = ?, config = ?, author_id = ?, author = ?, saved_at = ?, version = version + 1
		WHERE model = ? AND version = ? AND ?`,
		d.Base, d.Raw, d.AuthorID, d.Author, d.Saved, d.Model, d.Version, tx.Shared())
}

// dropDraft removes the version of a draft that was read.
func dropDraft(tx *db.Tx, d Draft) error {
	return tx.Replace(`DELETE FROM method_drafts WHERE model = ? AND version = ? AND ?`, d.Model, d.Version, tx.Shared())
}
