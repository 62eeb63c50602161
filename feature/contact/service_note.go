package contact

import (
	"context"
	"slices"
	"strings"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/vault"
)

// Words are the text of a note, handed out one at a time.
type Words struct {
	Note Note   `json:"note"`
	Text string `json:"text"`
}

// mine lets the notes through that the viewer may read.
func mine(tx *db.Tx) db.Cond {
	v, _ := identity.From(tx.Context())
	return readable(tx, v.ID, v.May(leading))
}

// Notes says which notes about a contact the viewer may read; not what is in them.
func (s *Service) Notes(ctx context.Context, contact kernel.ID) (all []Note, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if _, err := find(tx, contact); err != nil {
			return err
		}
		all, err = withReaders(tx, []kernel.ID{contact}, mine(tx))
		return err
	})
	return all, err
}

func withReaders(tx *db.Tx, contacts []kernel.ID, who db.Cond) ([]Note, error) {
	all, err := notesOf(tx, contacts, who)
	if err != nil {
		return nil, err
	}
	readers, err := readersOf(tx, all)
	for i := range all {
		all[i].Readers = readers[all[i].ID]
	}
	return all, err
}

// Read hands out the text of a note, and the audit knows.
func (s *Service) Read(ctx context.Context, id kernel.ID) (w Words, err error) {
	return w, s.db.Write(ctx, func(tx *db.Tx) error {
		n, err := findNote(tx, id, mine(tx))
		if err != nil {
			return err
		}
		if w, err = s.words(n); err != nil {
			return err
		}
		return audit.Seen(tx, "contact.note_read", "contact", n.Contact, map[string]any{"note": n.ID, "kind": n.Kind})
	})
}

// words is the text of a note that holds.
func (s *Service) words(n Note) (Words, error) {
	switch today := kernel.Today(); {
	case n.Ended != nil:
		return Words{}, kernel.Refused("contact.note_ended")
	case n.Expires.Compare(today) < 0:
		return Words{}, kernel.Refused("contact.note_expired")
	}
	text, err := s.vault.Open(n.place(), n.Sealed)
	return Words{n, text}, err
}

func (n Note) place() vault.Place { return vault.Place{Table: noteTable, Column: sealed, Row: n.ID} }

// Force opens all notes about a contact to somebody whom they do not name, in
// an emergency that he describes. The audit shows it to everybody who reads it.
func (s *Service) Force(ctx context.Context, contact kernel.ID, reason string) (all []Words, err error) {
	if reason = strings.TrimSpace(reason); reason == "" || len([]rune(reason)) > longestText {
		return nil, kernel.Invalid("contact.no_reason")
	}
	return all, s.db.Write(ctx, func(tx *db.Tx) error {
		if _, err := find(tx, contact); err != nil {
			return err
		}
		notes, err := withReaders(tx, []kernel.ID{contact}, every())
		for _, n := range notes {
			if w, err := s.words(n); err == nil {
				all = append(all, w)
			}
		}
		if err != nil {
			return err
		}
		return audit.Seen(tx, "contact.notes_forced", "contact", contact, map[string]any{"notes": len(all), "reason": reason})
	})
}

// Write keeps a note of the viewer's about a contact.
func (s *Service) Write(ctx context.Context, n Note) (Note, error) {
	v, _ := identity.From(ctx)
	now := time.Now()
	n.ID, n.Author, n.AuthorName, n.Version, n.Written = kernel.NewID(), v.ID, v.Name, 1, now.UnixMicro()
	n.Expires = lifetime(kernel.DayOf(now))
	if err := s.prepare(&n, now); err != nil {
		return n, err
	}
	return n, s.db.Write(ctx, func(tx *db.Tx) error {
		if _, err := find(tx, n.Contact); err != nil {
			return err
		}
		if err := insertNote(tx, n); err != nil {
			return err
		}
		return audit.Note(tx, "contact.note_written", "contact", n.Contact, map[string]any{"note": n.ID})
	})
}

// prepare checks and seals a note.
func (s *Service) prepare(n *Note, now time.Time) (err error) {
	n.Text, n.Proof = strings.TrimSpace(n.Text), strings.TrimSpace(n.Proof)
	if err := n.Check(kernel.DayOf(now)); err != nil {
		return err
	}
	slices.SortFunc(n.Readers, kernel.ID.Compare)
	n.Readers = slices.Compact(n.Readers)
	n.Sealed, err = s.vault.Seal(n.place(), n.Text)
	return err
}

// Rewrite replaces a note at the version that its author has seen. Its end stays.
func (s *Service) Rewrite(ctx context.Context, n Note) (Note, error) {
	if err := s.prepare(&n, time.Now()); err != nil {
		return n, err
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := s.own(tx, n.ID)
		if err != nil {
			return err
		}
		if err := replaceNote(tx, n); err != nil {
			return err
		}
		n.Contact, n.Author, n.AuthorName, n.Written, n.Expires = old.Contact, old.Author, old.AuthorName, old.Written, old.Expires
		return audit.Note(tx, "contact.note_rewritten", "contact", n.Contact, map[string]any{"note": n.ID})
	})
	n.Version++
	return n, err
}

// own is a note of the viewer's that has not ended.
func (s *Service) own(tx *db.Tx, id kernel.ID) (Note, error) {
	v, _ := identity.From(tx.Context())
	n, err := findNote(tx, id, mine(tx))
	switch {
	case err != nil:
		return n, err
	case n.Author != v.ID:
		return n, kernel.Denied("contact.not_author")
	case n.Ended != nil:
		return n, kernel.Refused("contact.note_ended")
	}
	return n, nil
}

// Confirm keeps a note for another while: the consent still holds.
func (s *Service) Confirm(ctx context.Context, n Note) (Note, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := findNote(tx, n.ID, mine(tx))
		if err != nil {
			return err
		}
		if old.Ended != nil {
			return kernel.Refused("contact.note_ended")
		}
		old.Version, old.Expires = n.Version, lifetime(kernel.Today())
		if err := prolong(tx, old); err != nil {
			return err
		}
		n = old
		n.Version++
		return audit.Note(tx, "contact.note_confirmed", "contact", n.Contact, map[string]any{"note": n.ID, "until": n.Expires})
	})
	return n, err
}

// Withdraw ends a note, because its subject wants that or nobody needs it any
// more: its text is gone at once, for everybody.
func (s *Service) Withdraw(ctx context.Context, id kernel.ID) (n Note, err error) {
	return n, s.db.Write(ctx, func(tx *db.Tx) error {
		if n, err = findNote(tx, id, mine(tx)); err != nil {
			return err
		}
		if err := s.end(tx, db.If(true, "id = ?", id), "contact.note_withdrawn", n.Contact); err != nil {
			return err
		}
		n, err = findNote(tx, id, mine(tx))
		return err
	})
}

// end ends notes and says so.
func (s *Service) end(tx *db.Tx, which db.Cond, verb string, contact kernel.ID) error {
	v, _ := identity.From(tx.Context())
	ended, err := end(tx, which, time.Now().UnixMicro(), v.Actor())
	if err != nil || ended == 0 {
		return err
	}
	return audit.Note(tx, verb, "contact", contact, map[string]int64{"notes": ended})
}

// Expire ends the notes that nobody confirmed in time.
func (s *Service) Expire(ctx context.Context, today kernel.Date) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		return s.end(tx, db.If(true, "expires_on < ?", today), "contact.notes_expired", kernel.ID{})
	})
}
