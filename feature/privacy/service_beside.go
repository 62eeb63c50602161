package privacy

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/vault"
)

// line is what stands of an erasure in a file beside the keys, outside the
// database: an older backup knows nothing of it, and must not bring him back.
type line struct {
	Erasure kernel.ID `json:"erasure,omitzero"`
	Request kernel.ID `json:"request,omitzero"`
	Actor   string    `json:"actor,omitempty"`
	At      int64     `json:"at"`
	Records []Record  `json:"records,omitempty"`
	Marks   []string  `json:"marks,omitempty"`
	Lifted  []string  `json:"lifted,omitempty"`
}

// path is where that file is.
func (s *Service) path() string { return s.vault.Beside(".erased") }

// beside reads the file.
func (s *Service) beside() (lines []line, err error) {
	raw, err := os.ReadFile(s.path())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	for one := range bytes.Lines(raw) {
		var l line
		if json.Unmarshal(one, &l) != nil {
			return nil, kernel.Refused("privacy.bad_file", "file", s.path())
		}
		lines = append(lines, l)
	}
	return lines, err
}

// noteBeside adds lines to the file.
func (s *Service) noteBeside(more ...line) error {
	lines, err := s.beside()
	if err != nil {
		return err
	}
	var raw bytes.Buffer
	out := json.NewEncoder(&raw)
	for _, l := range append(lines, more...) {
		if err := out.Encode(l); err != nil {
			return err
		}
	}
	return vault.Replace(s.path(), raw.Bytes())
}

// Again forgets anew whom a backup brought back, and notes beside the keys what
// only the database knows. It runs at every start.
func (s *Service) Again(ctx context.Context) error {
	lines, err := s.beside()
	if err != nil {
		return err
	}
	return s.db.Write(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		for _, l := range lines {
			if err := s.again(tx, l); err != nil {
				return err
			}
		}
		if _, err := unbar(tx, lifted(lines)); err != nil {
			return err
		}
		return s.catchUp(tx, lines)
	})
}

// lifted are the marks that were lifted and not set again.
func lifted(lines []line) []string {
	up := map[string]bool{}
	for _, l := range lines {
		for _, hash := range l.Marks {
			delete(up, hash)
		}
		for _, hash := range l.Lifted {
			up[hash] = true
		}
	}
	return slices.Collect(maps.Keys(up))
}

// again does what one line says, as far as the database does not know it.
func (s *Service) again(tx *db.Tx, l line) error {
	if l.Erasure.IsZero() {
		return nil
	}
	done, err := erasures(tx)
	if err != nil || slices.ContainsFunc(done, func(e erasure) bool { return e.ID == l.Erasure }) {
		return err
	}
	raw, err := json.Marshal(l.Records)
	if err != nil {
		return err
	}
	if err := insertErasure(tx, erasure{l.Erasure, l.Request, string(raw), l.Actor, l.At}); err != nil {
		return err
	}
	for _, hash := range l.Marks {
		if err := bar(tx, marked{hash, l.Erasure}); err != nil {
			return err
		}
	}
	p, err := s.person(tx, Request{Records: l.Records})
	if err != nil {
		return err
	}
	for _, k := range s.keepers {
		if err := k.Erase(tx, p); err != nil {
			return err
		}
	}
	if err := blank(tx, l.Request); err != nil {
		return err
	}
	return audit.Note(tx, "privacy.erased_again", "privacy_request", l.Request, map[string]any{"records": l.Records})
}

// catchUp notes the erasures that the file lacks, such as those of another replica.
func (s *Service) catchUp(tx *db.Tx, lines []line) error {
	done, err := erasures(tx)
	if err != nil {
		return err
	}
	marks, err := marksOf(tx)
	var more []line
	for _, e := range done {
		if slices.ContainsFunc(lines, func(l line) bool { return l.Erasure == e.ID }) {
			continue
		}
		l := line{Erasure: e.ID, Request: e.Request, Actor: e.Actor, At: e.At}
		_ = json.Unmarshal([]byte(e.Records), &l.Records) // we wrote them
		for _, m := range marks {
			if m.Erasure == e.ID {
				l.Marks = append(l.Marks, m.Hash)
			}
		}
		more = append(more, l)
	}
	if err != nil || len(more) == 0 {
		return err
	}
	return s.noteBeside(more...)
}
