package industry

import (
	"erba/kernel"
	"erba/platform/db"
)

// The dictionary belongs to no account; every statement says that it is shared.

const columnsOf = `i.id, i.code, i.name, i.english, i.league, i.central, i.mode, i.department, i.note, i.changed_at, i.version`

func industries(tx *db.Tx) ([]Industry, error) {
	return db.List[Industry](tx, `SELECT `+columnsOf+` FROM industries i WHERE ? ORDER BY i.id`, tx.Shared())
}

func find(tx *db.Tx, id kernel.ID) (Industry, error) {
	return db.Find[Industry](tx, `SELECT `+columnsOf+` FROM industries i WHERE i.id = ? AND ?`, id, tx.Shared())
}

func add(tx *db.Tx, one Industry) error { return db.Insert(tx, "industries", one) }

// replace writes over the version of an industry that somebody has read. Its code stays.
func replace(tx *db.Tx, one Industry) error {
	return tx.Replace(`UPDATE industries SET name = ?, english = ?, league = ?, central = ?, mode = ?, department = ?, note = ?,
		changed_at = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`,
		one.Name, one.English, one.Group, one.Central, one.Mode, one.Department, one.Note, one.ChangedAt, one.ID, one.Version, tx.Shared())
}

// drop forgets an industry, its words and what was said of it.
func drop(tx *db.Tx, one Industry) error {
	return tx.Replace(`DELETE FROM industries WHERE id = ? AND version = ? AND ?`, one.ID, one.Version, tx.Shared())
}

func words(tx *db.Tx) ([]Named, error) {
	return db.List[Named](tx, `SELECT w.word, w.industry_id FROM industry_words w WHERE ? ORDER BY w.word`, tx.Shared())
}

func addWord(tx *db.Tx, w Named) error { return db.Insert(tx, "industry_words", w) }

func dropWord(tx *db.Tx, word string) error {
	_, err := tx.Exec(`DELETE FROM industry_words WHERE word = ? AND ?`, word, tx.Shared())
	return err
}

const answerColumns = `a.id, a.industry_id, a.criterion, a.version, a.value, a.evidence, a.author_id, a.author, a.rated_on, a.expires_on, a.latest`

// answers are those that count.
func answers(tx *db.Tx) ([]Answer, error) {
	return db.List[Answer](tx, `SELECT `+answerColumns+` FROM industry_answers a WHERE a.latest AND ? ORDER BY a.id`, tx.Shared())
}

// answer is the one that counts, with version 0 if nobody has given one.
func answer(tx *db.Tx, industry kernel.ID, criterion string) (Answer, error) {
	found, err := db.List[Answer](tx, `SELECT `+answerColumns+` FROM industry_answers a
		WHERE a.industry_id = ? AND a.criterion = ? AND a.latest AND ?`, industry, criterion, tx.Shared())
	if err != nil || len(found) == 0 {
		return Answer{Industry: industry, Criterion: criterion}, err
	}
	return found[0], nil
}

func addAnswer(tx *db.Tx, a Answer) error { return db.Insert(tx, "industry_answers", a) }

// retire takes the word from the version of an answer that a new one replaces.
func retire(tx *db.Tx, a Answer) error {
	return tx.Replace(`UPDATE industry_answers SET latest = ? WHERE industry_id = ? AND criterion = ? AND version = ? AND latest AND ?`,
		false, a.Industry, a.Criterion, a.Version, tx.Shared())
}
