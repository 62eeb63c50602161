package opportunity

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"path"
	"strings"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Taken is a file as a paper with what it holds: named without a way to it, no larger
// than may be, and what both its content and its name say.
func Taken(name string, r io.Reader) (p Paper, body []byte, err error) {
	body, err = io.ReadAll(io.LimitReader(r, LargestPaper+1))
	if err != nil {
		return p, nil, err
	}
	p.ID, p.Name, p.Size = kernel.NewID(), cleaned(name), int64(len(body))
	switch {
	case len(body) > LargestPaper:
		return p, nil, kernel.Invalid("opportunity.large_file", "mb", LargestPaper>>20).In("file")
	case p.Name == "" || len(body) == 0:
		return p, nil, kernel.Invalid("opportunity.bad_file").In("file")
	}
	p.Kind, err = kindOf(p.Name, body)
	return p, body, err
}

// File adds a paper to a deal. The same content again is the paper that is there.
func (s *Service) File(ctx context.Context, deal kernel.ID, name string, r io.Reader) (Paper, error) {
	p, body, err := Taken(name, r)
	if err != nil {
		return p, err
	}
	p.By, p.Made = viewer(ctx), s.today()
	err = s.db.Write(ctx, func(tx *db.Tx) error { return s.file(tx, deal, &p, body) })
	return p, err
}

func (s *Service) file(tx *db.Tx, deal kernel.ID, p *Paper, body []byte) error {
	d, err := find(tx, deal)
	if err != nil {
		return err
	}
	digest := sha256.Sum256(body)
	sum := hex.EncodeToString(digest[:])
	if there, err := same(tx, deal, sum); err != nil || len(there) > 0 {
		if len(there) > 0 {
			*p = there[0]
		}
		return err
	}
	all, err := papers(tx, deal)
	if err != nil {
		return err
	}
	if len(all) >= mostPapers {
		return kernel.Refused("opportunity.many_files", "max", mostPapers)
	}
	if err := addPaper(tx, deal, *p, sum, body); err != nil {
		return err
	}
	return audit.Note(tx, "opportunity.filed", "opportunity", deal, map[string]any{"account": d.Row, "name": p.Name, "size": p.Size})
}

// Paper is one of a deal with its content.
func (s *Service) Paper(ctx context.Context, deal, id kernel.ID) (p Paper, body []byte, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		f, err := paper(tx, deal, id)
		p, body = f.Paper, f.Body
		return err
	})
	return p, body, err
}

// Discard takes a paper away from a deal.
func (s *Service) Discard(ctx context.Context, deal, id kernel.ID) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		d, err := find(tx, deal)
		if err != nil {
			return err
		}
		f, err := paper(tx, deal, id)
		if err != nil {
			return err
		}
		if err := dropPaper(tx, deal, id); err != nil {
			return err
		}
		return audit.Note(tx, "opportunity.discarded", "opportunity", deal, map[string]any{"account": d.Row, "name": f.Name})
	})
}

// kinds are the papers that belong to a deal: what they hold, and what their names
// end with. A computer opens a file as what its name says, so both have to be true.
var kinds = []struct {
	holds, ending, kind string
}{
	{"application/pdf", ".pdf", "application/pdf"},
	{"image/png", ".png", "image/png"},
	{"image/jpeg", ".jpg", "image/jpeg"},
	{"image/jpeg", ".jpeg", "image/jpeg"},
	{"text/plain", ".txt", "text/plain; charset=utf-8"},
	{"text/plain", ".csv", "text/plain; charset=utf-8"},
	{"application/zip", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
	{"application/zip", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
	{"application/zip", ".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
	{"application/zip", ".zip", "application/zip"},
}

// kindOf is what a file is; what is none of those that belong to a deal is refused.
func kindOf(name string, body []byte) (string, error) {
	holds, _, _ := strings.Cut(http.DetectContentType(body), ";")
	ending := strings.ToLower(path.Ext(name))
	for _, k := range kinds {
		if k.holds == holds && k.ending == ending && (holds != "text/plain" || !bytes.ContainsRune(body, 0)) {
			return k.kind, nil
		}
	}
	return "", kernel.Invalid("opportunity.bad_file").In("file")
}
