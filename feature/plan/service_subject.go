package plan

import (
	"erba/kernel"
	"erba/platform/db"
)

// Subject says whether an account has something, such as a deal, for which something
// may be done: a fault like missing if not, or if it is out of the viewer's sight.
type Subject func(tx *db.Tx, account, subject kernel.ID) error

// SubjectBy names who knows for what of an account something may be done. Until then
// there is nothing but the account.
func (s *Service) SubjectBy(knows Subject) { s.subjects = knows }

func none(*db.Tx, kernel.ID, kernel.ID) error { return kernel.Missing("db.missing") }

// For are the actions for one subject in sight, the next due first; one that was given
// up is none.
func (s *Service) For(tx *db.Tx, subject kernel.ID) ([]Action, error) {
	return db.List[Action](tx, `SELECT `+actionColumns+` FROM actions x WHERE x.subject_id = ? AND x.state <> 'dropped' AND ? ORDER BY x.due_on, x.id`,
		subject, tx.Visible("x.account_id"))
}
