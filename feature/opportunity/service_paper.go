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

// File adds a paper to a deal. The same content again is the paper that is there.
func (s *Service) File(ctx context.Context, deal kernel.ID, name string, r io.Reader) (p Paper, err error) {
	body, err := io.ReadAll(io.LimitReader(r, largestPaper+1))
	if err != nil {
		return p, err
	}
	name = cleaned(name)
	switch {
	case len(body) > largestPaper:
		return p, kernel.Invalid("opportunity.large_file", "mb", largestPaper>>20).In("file")
	case name == "" || len(body) == 0:
		return p, kernel.Invalid("opportunity.bad_file").In("file")
	}
	if p.Kind, err = kindOf(name, body); err != nil {
		return p, err
	}
	p.ID, p.Name, p.Size, p.By, p.Made = kernel.NewID(), name, int64(len(body)), viewer(ctx), s.today()
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

// office are documents that are packed, by what their names end with.
var office = map[string]string{
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".zip":  "application/zip",
}

// kindOf is what a file is by its content; what is none of those that belong to a
// deal is refused, whatever it calls itself.
func kindOf(name string, body []byte) (string, error) {
	found, _, _ := strings.Cut(http.DetectContentType(body), ";")
	switch found {
	case "application/pdf", "image/png", "image/jpeg":
		return found, nil
	case "application/zip":
		if kind := office[strings.ToLower(path.Ext(name))]; kind != "" {
			return kind, nil
		}
	case "text/plain":
		if !bytes.ContainsRune(body, 0) && among(strings.ToLower(path.Ext(name)), ".txt", ".csv") {
			return "text/plain; charset=utf-8", nil
		}
	}
	return "", kernel.Invalid("opportunity.bad_file").In("file")
}
