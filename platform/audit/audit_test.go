package audit_test

import (
	"errors"
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/audit"
	"erba/platform/db"
)

func TestTamperingIsFound(t *testing.T) {
	tests := map[string]struct {
		tamper string
		seq    any // of the first entry that does not hold; nil: all do
	}{
		"nothing happened":          {`UPDATE audit SET seq = seq`, nil},
		"a detail was changed":      {`UPDATE audit SET detail = '{"sum":9}' WHERE seq = 6`, int64(6)},
		"somebody else was named":   {`UPDATE audit SET actor = 'rep' WHERE seq = 5`, int64(5)},
		"an entry was cut out":      {`DELETE FROM audit WHERE seq = 6`, int64(6)},
		"the end was cut off":       {`DELETE FROM audit WHERE seq = 7`, int64(7)},
		"everything was forgotten":  {`DELETE FROM audit`, int64(1)},
		"a moment was moved":        {`UPDATE audit SET at = at + 1 WHERE seq = 7`, int64(7)},
		"two entries were swapped":  {`UPDATE audit SET seq = CASE seq WHEN 6 THEN 1007 ELSE 1006 END WHERE seq IN (6, 7)`, int64(6)},
		"the head was turned back":  {`UPDATE audit_head SET seq = 6`, int64(8)},
		"an entry was made up, too": {`INSERT INTO audit SELECT seq + 1, at, actor, verb, object, object_id, detail, hash FROM audit WHERE seq = 7`, int64(8)},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, nil, func(s *apptest.Stage) { // its four users are entries 1 to 4
				for range 3 {
					if err := note(s, nil); err != nil {
						s.Fatal(err)
					}
				}
				s.Exec(tt.tamper)
				_, err := audit.Verify(s.Context(), s.DB)
				f, broken := errors.AsType[*kernel.Fault](err)
				if broken != (tt.seq != nil) || broken && (f.Key != "audit.broken" || f.Args["seq"] != tt.seq) {
					s.Errorf("%v, want the chain broken at %v", err, tt.seq)
				}
			})
		})
	}
}

// What is not written is not remembered, and the other way round.
func TestNoteSharesTheFateOfItsWrite(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		before, _ := audit.Length(s.Context(), s.DB)
		if err := note(s, errors.New("no")); err == nil {
			s.Fatal("the write went through")
		}
		if after, _ := audit.Length(s.Context(), s.DB); after != before {
			s.Errorf("%d entries became %d", before, after)
		}
	})
}

func note(s *apptest.Stage, end error) error {
	return s.DB.Write(s.As("director"), func(tx *db.Tx) error {
		if err := audit.Note(tx, "thing.done", "thing", kernel.NewID(), map[string]int{"sum": 1}); err != nil {
			return err
		}
		return end
	})
}

func TestNoteNamesItsUser(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		id := kernel.NewID()
		var entries []audit.Entry
		err := s.DB.Write(s.As("manager"), func(tx *db.Tx) (err error) {
			if err = audit.Note(tx, "thing.done", "thing", id, nil); err == nil {
				entries, err = audit.Of(tx, id, 10)
			}
			return err
		})
		if err != nil || len(entries) != 1 || entries[0].Actor != "manager" || entries[0].Verb != "thing.done" {
			s.Errorf("%+v, %v", entries, err)
		}
	})
}
