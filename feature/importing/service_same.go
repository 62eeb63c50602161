package importing

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"time"

	"erba/kernel"
	"erba/platform/db"
)

// Earlier is an import that brought the same file, by its content.
type Earlier struct {
	Source      string `json:"source"`
	PublishedAt int64  `json:"published_at" doc:"Microseconds since 1970, UTC"`
	Twice       bool   `json:"twice" doc:"Under the source of now every row would be booked once more"`
}

// digestOf is the hash of a file.
func digestOf(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	_, err = io.Copy(sum, file)
	return hex.EncodeToString(sum.Sum(nil)), err
}

// met is the latest published import of the same file for the same purpose,
// whoever made it: he has the file, so he may know.
func (s *Service) met(ctx context.Context, r record) (*Earlier, error) {
	var before record
	err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
		before, err = findSame(tx, r)
		return err
	})
	if f, ok := errors.AsType[*kernel.Fault](err); ok && f.Kind == kernel.KindMissing {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	keyed := r.Kind == Orders || r.Kind == Invoices || r.Kind == Receipts || r.Kind == Costs
	return &Earlier{before.Source, before.Published, keyed && before.Source != r.Source}, nil
}

// shown is an import as its user sees it, with what is known of its file.
func (s *Service) shown(ctx context.Context, r record) (Import, error) {
	one := view(r)
	if r.State == Published || r.State == Undone {
		return one, nil
	}
	var err error
	one.Same, err = s.met(ctx, r)
	return one, err
}

// unlessTwice refuses a file whose rows are booked already under another source.
func unlessTwice(same *Earlier) error {
	if same == nil || !same.Twice {
		return nil
	}
	return kernel.Refused("importing.same_file", "source", same.Source, "on", time.UnixMicro(same.PublishedAt).Format(time.DateOnly))
}
