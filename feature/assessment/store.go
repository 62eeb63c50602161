package assessment

import (
	"database/sql/driver"
	"encoding/json"
	"errors"

	"erba/kernel"
	"erba/platform/db"
)

// Value stores what came of a sheet.
func (o Outcome) Value() (driver.Value, error) {
	raw, err := json.Marshal(o.Result)
	return string(raw), err
}

// Scan loads it.
func (o *Outcome) Scan(src any) error {
	switch text := src.(type) {
	case string:
		return json.Unmarshal([]byte(text), &o.Result)
	case []byte:
		return json.Unmarshal(text, &o.Result)
	}
	return errors.New("assessment: no outcome")
}

const columns = `a.id, a.deal_id, a.rival_id, a.card, a.round, a.process, a.stage, a.judged_on, a.verdict, a.outcome, a.config, a.by_id, a.by_name, a.version`

// from are sheets of deals in sight.
const from = ` FROM assessments a JOIN opportunities o ON o.id = a.deal_id WHERE `

// latest are the last rounds of a card of a deal, ours first.
func latest(tx *db.Tx, deal kernel.ID, card string) ([]Sheet, error) {
	return db.List[Sheet](tx, `SELECT `+columns+from+`a.deal_id = ? AND a.card = ? AND ?
			AND a.round = (SELECT max(n.round) FROM assessments n WHERE n.deal_id = a.deal_id AND n.card = a.card AND coalesce(n.rival_id, 0) = coalesce(a.rival_id, 0))
		ORDER BY coalesce(a.rival_id, 0)`, deal, card, tx.Visible("o.row_id"))
}

// newest is our last sheet of a deal by one of some cards; version 0 if there is none.
func newest(tx *db.Tx, deal, rival kernel.ID, cards ...string) (Sheet, error) {
	found, err := db.List[Sheet](tx, `SELECT `+columns+from+`a.deal_id = ? AND ? AND ? AND ? ORDER BY a.judged_on DESC, a.id DESC LIMIT 1`,
		deal, whose(rival), db.In("a.card", cards...), tx.Visible("o.row_id"))
	if err != nil || len(found) == 0 {
		return Sheet{Deal: deal, Rival: rival, Card: cards[0], Outcome: nothing()}, err
	}
	return found[0], nil
}

func whose(rival kernel.ID) db.Cond {
	if rival.IsZero() {
		return db.Cond{Text: "a.rival_id IS NULL"}
	}
	return db.Cond{Text: "a.rival_id = ?", Args: []any{rival}}
}

// rounds are our sheets of a card, the first first.
func rounds(tx *db.Tx, deal kernel.ID, card string) ([]Sheet, error) {
	return db.List[Sheet](tx, `SELECT `+columns+from+`a.deal_id = ? AND a.card = ? AND a.rival_id IS NULL AND ? ORDER BY a.round`,
		deal, card, tx.Visible("o.row_id"))
}

// standing are our last sheets of open deals in sight.
func standing(tx *db.Tx, cards ...string) ([]Sheet, error) {
	return db.List[Sheet](tx, `SELECT `+columns+from+`a.rival_id IS NULL AND o.state = 'open' AND ? AND ?
			AND a.id = (SELECT max(n.id) FROM assessments n WHERE n.deal_id = a.deal_id AND n.rival_id IS NULL AND ?) ORDER BY a.id`,
		db.In("a.card", cards...), tx.Visible("o.row_id"), db.In("n.card", cards...))
}

func answers(tx *db.Tx, sheet kernel.ID) ([]Answered, error) {
	if sheet.IsZero() {
		return []Answered{}, nil
	}
	return db.List[Answered](tx, `SELECT n.question, n.rating, n.unknown, n.words FROM assessment_answers n JOIN assessments a ON a.id = n.assessment_id
		JOIN opportunities o ON o.id = a.deal_id WHERE n.assessment_id = ? AND ? ORDER BY n.question`, sheet, tx.Visible("o.row_id"))
}

func addSheet(tx *db.Tx, s Sheet) error { return db.Insert(tx, "assessments", s) }

// seen begins to ask that the deal be in sight which a column names.
const seen = `EXISTS (SELECT 1 FROM opportunities o WHERE o.id = `

// replaceSheet writes over the version that somebody has read.
func replaceSheet(tx *db.Tx, s Sheet) error {
	return tx.Replace(`UPDATE assessments SET stage = ?, judged_on = ?, verdict = ?, outcome = ?, config = ?, by_id = ?, by_name = ?, version = version + 1
		WHERE id = ? AND version = ? AND `+seen+`assessments.deal_id AND ?)`, s.Stage, s.On, s.Verdict, s.Outcome, s.Config, s.ByID, s.By, s.ID, s.Version, tx.Visible("o.row_id"))
}

// answer is one as it is kept.
type answer struct {
	Sheet    kernel.ID `db:"assessment_id"`
	Question string    `db:"question"`
	Rating   *int      `db:"rating"`
	Unknown  bool      `db:"unknown"`
	Words    string    `db:"words"`
}

// answerAll writes all answers of a sheet in place of those it had.
func answerAll(tx *db.Tx, s Sheet, all []Answered) error {
	_, err := tx.Exec(`DELETE FROM assessment_answers WHERE assessment_id = ? AND EXISTS (SELECT 1 FROM assessments a
		JOIN opportunities o ON o.id = a.deal_id WHERE a.id = assessment_answers.assessment_id AND ?)`, s.ID, tx.Visible("o.row_id"))
	if err != nil || len(all) == 0 {
		return err
	}
	rows := make([]answer, len(all))
	for i, a := range all {
		rows[i] = answer{s.ID, a.Question, a.Rating, a.Unknown, a.Words}
	}
	return db.Insert(tx, "assessment_answers", rows...)
}

// count is how many answers there are to sheets in sight.
func count(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM assessment_answers n JOIN assessments a ON a.id = n.assessment_id
		JOIN opportunities o ON o.id = a.deal_id WHERE ?`, tx.Visible("o.row_id"))
}
