package campaign

import (
	"erba/kernel"
	"erba/platform/db"
)

const sheetColumns = `s.opportunity_id, s.phase, s.entered_on, s.situation, s.problem, s.implication, s.payoff, s.confirmed, s.solution, s.benefit_minor,
	s.running_minor, s.invested_minor, s.attitudes, s.by_id, s.by_name, s.said_on, s.version`

// sheetOf is that of a deal, with version 0 if nobody has said anything.
func sheetOf(tx *db.Tx, deal kernel.ID) (Sheet, error) {
	found, err := db.List[Sheet](tx, `SELECT `+sheetColumns+` FROM campaign_sheets s JOIN opportunities o ON o.id = s.opportunity_id
		WHERE s.opportunity_id = ? AND ?`, deal, tx.Visible("o.row_id"))
	if err != nil || len(found) == 0 {
		return fresh(deal), err
	}
	return found[0], nil
}

func addSheet(tx *db.Tx, s Sheet) error { return db.Insert(tx, "campaign_sheets", s) }

// replaceSheet writes over the version that somebody has read.
func replaceSheet(tx *db.Tx, s Sheet) error {
	return tx.Replace(`UPDATE campaign_sheets SET phase = ?, entered_on = ?, situation = ?, problem = ?, implication = ?, payoff = ?, confirmed = ?, solution = ?,
		benefit_minor = ?, running_minor = ?, invested_minor = ?, attitudes = ?, by_id = ?, by_name = ?, said_on = ?, version = version + 1
		WHERE opportunity_id = ? AND version = ? AND EXISTS (SELECT 1 FROM opportunities o WHERE o.id = campaign_sheets.opportunity_id AND ?)`,
		s.Phase, s.Entered, s.Situation, s.Problem, s.Implication, s.Payoff, s.Confirmed, s.Solution, s.Benefit, s.Running, s.Invested, s.Attitudes,
		s.ByID, s.By, s.On, s.Deal, s.Version, tx.Visible("o.row_id"))
}

func factorsOf(tx *db.Tx, deal kernel.ID) ([]Factor, error) {
	return db.List[Factor](tx, `SELECT f.opportunity_id, f.factor, f.influencer, f.decider, f.ours FROM campaign_factors f
		JOIN opportunities o ON o.id = f.opportunity_id WHERE f.opportunity_id = ? AND ?`, deal, tx.Visible("o.row_id"))
}

func marksOf(tx *db.Tx, deal kernel.ID) ([]Mark, error) {
	return db.List[Mark](tx, `SELECT m.opportunity_id, m.factor, m.competitor_id, m.mark FROM campaign_marks m
		JOIN opportunities o ON o.id = m.opportunity_id WHERE m.opportunity_id = ? AND ?`, deal, tx.Visible("o.row_id"))
}

// replaceFactors puts factors and marks in place of those that a deal has.
func replaceFactors(tx *db.Tx, deal kernel.ID, factors []Factor, marks []Mark) error {
	for _, table := range []string{"campaign_marks", "campaign_factors"} {
		if err := clear(tx, table, deal); err != nil {
			return err
		}
	}
	if err := db.Insert(tx, "campaign_factors", factors...); err != nil {
		return err
	}
	return db.Insert(tx, "campaign_marks", marks...)
}

// clear takes away what a table has of a deal.
func clear(tx *db.Tx, table string, deal kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM `+table+` WHERE opportunity_id = ? AND EXISTS (SELECT 1 FROM opportunities o WHERE o.id = `+table+`.opportunity_id AND ?)`,
		deal, tx.Visible("o.row_id"))
	return err
}

const stepColumns = `s.opportunity_id, s.contact_id, s.topic, s.step, s.step_on`

func stepsOf(tx *db.Tx, deal kernel.ID) ([]Step, error) {
	return db.List[Step](tx, `SELECT `+stepColumns+` FROM campaign_steps s JOIN opportunities o ON o.id = s.opportunity_id
		WHERE s.opportunity_id = ? AND ?`, deal, tx.Visible("o.row_id"))
}

func replaceSteps(tx *db.Tx, deal kernel.ID, steps []Step) error {
	if err := clear(tx, "campaign_steps", deal); err != nil {
		return err
	}
	return db.Insert(tx, "campaign_steps", steps...)
}

// with is what is planned with a contact, in all deals in sight.
func with(tx *db.Tx, contact kernel.ID) ([]Step, error) {
	return db.List[Step](tx, `SELECT `+stepColumns+` FROM campaign_steps s JOIN opportunities o ON o.id = s.opportunity_id
		WHERE s.contact_id = ? AND ? ORDER BY s.opportunity_id`, contact, tx.Visible("o.row_id"))
}

func forget(tx *db.Tx, contact kernel.ID) (int64, error) {
	return tx.Exec(`DELETE FROM campaign_steps WHERE contact_id = ? AND EXISTS
		(SELECT 1 FROM opportunities o WHERE o.id = campaign_steps.opportunity_id AND ?)`, contact, tx.Visible("o.row_id"))
}

func lessonsOf(tx *db.Tx, deal kernel.ID) ([]Lesson, error) {
	return db.List[Lesson](tx, `SELECT l.id, l.opportunity_id, l.lesson, l.by_id, l.by_name, l.said_on FROM campaign_lessons l
		JOIN opportunities o ON o.id = l.opportunity_id WHERE l.opportunity_id = ? AND ? ORDER BY l.id`, deal, tx.Visible("o.row_id"))
}

func addLesson(tx *db.Tx, l Lesson) error { return db.Insert(tx, "campaign_lessons", l) }

// learned is a lesson with its deal.
type learned struct {
	Lesson
	Code string `db:"code"`
	Name string `db:"name"`
}

func allLessons(tx *db.Tx) ([]learned, error) {
	return db.List[learned](tx, `SELECT l.id, l.opportunity_id, l.lesson, l.by_id, l.by_name, l.said_on, o.code, o.name FROM campaign_lessons l
		JOIN opportunities o ON o.id = l.opportunity_id WHERE ? ORDER BY l.id`, tx.Visible("o.row_id"))
}

func count(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM campaign_lessons l JOIN opportunities o ON o.id = l.opportunity_id WHERE ?`, tx.Visible("o.row_id"))
}
