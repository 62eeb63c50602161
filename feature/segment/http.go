package segment

import (
	"context"
	"encoding/json"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/web"
)

// Routes puts segments on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/segments", "segment:read", s.getSegments)
	web.Get(r, "/segments/fields", "segment:read", s.getFields)
	web.Get(r, "/segments/comparison", "segment:read", s.getComparison)
	web.Post(r, "/segments/trial", "segment:read", s.postTrial)
	web.Post(r, "/segments", "segment:write", s.postSegment)
	web.Get(r, "/segments/{id}", "segment:read", s.getSegment)
	web.Put(r, "/segments/{id}", "segment:write", s.putSegment)
	web.Put(r, "/segments/{id}/sharing", "segment:share", s.putSharing)
	web.Delete(r, "/segments/{id}", "segment:write", s.deleteSegment)
	web.Get(r, "/segments/{id}/members", "segment:read", s.getMembers)
	web.Download(r, "/segments/{id}/export", "segment:export", s.getExport)
	web.Get(r, "/segments/{id}/snapshots", "segment:read", s.getSnapshots)
	web.Post(r, "/segments/{id}/snapshots", "segment:write", s.postSnapshot)
	web.Get(r, "/segments/{id}/movement", "segment:read", s.getMovement)
	web.Get(r, "/accounts/{account}/segments/{segment}", "segment:read", s.getReason)
}

func (s *Service) getSegments(ctx context.Context, _ *struct{}) ([]Listed, error) { return s.List(ctx) }

func (s *Service) getFields(ctx context.Context, _ *struct{}) ([]Field, error) { return s.Fields(ctx) }

type getComparison struct {
	Segments []string    `query:"segments,explode" doc:"Beside all accounts"`
	AsOf     kernel.Date `query:"as_of"    doc:"Empty: the last day of the ledger, at most today"`
}

func (s *Service) getComparison(ctx context.Context, in *getComparison) (Comparison, error) {
	ids := make([]kernel.ID, len(in.Segments))
	for i, text := range in.Segments {
		var err error
		if ids[i], err = kernel.ParseID(text); err != nil {
			return Comparison{}, err
		}
	}
	return s.Compare(ctx, ids, in.AsOf)
}

type postTrial struct {
	Body struct {
		Definition json.RawMessage `json:"definition"      doc:"rule: a tree of rules; or bands: a field and its bands"`
		AsOf       kernel.Date     `json:"as_of,omitempty" doc:"Empty: the last day of the ledger, at most today"`
		Band       int             `json:"band,omitempty"  minimum:"0" doc:"List those of one band, from 1"`
		After      kernel.ID       `json:"after,omitempty" doc:"The field next of the page before"`
		Limit      int             `json:"limit,omitempty" minimum:"0" maximum:"200" doc:"How many to list; 0: only count"`
	}
}

func (s *Service) postTrial(ctx context.Context, in *postTrial) (Found, error) {
	return s.Try(ctx, Trial(in.Body))
}

// wording is what its author says of a segment.
type wording struct {
	Name       string          `json:"name"       maxLength:"60"`
	Note       string          `json:"note,omitempty" maxLength:"300"`
	Definition json.RawMessage `json:"definition" doc:"rule: a tree of rules; or bands: a field and its bands"`
}

type postSegment struct{ Body wording }

func (s *Service) postSegment(ctx context.Context, in *postSegment) (Segment, error) {
	b := in.Body
	return s.Keep(ctx, Segment{Name: b.Name, Note: b.Note, Definition: b.Definition})
}

type byID struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) getSegment(ctx context.Context, in *byID) (Segment, error) {
	return s.Shown(ctx, in.ID)
}

type putSegment struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body wording
}

func (s *Service) putSegment(ctx context.Context, in *putSegment) (Segment, error) {
	version, err := in.Replaces()
	if err != nil {
		return Segment{}, err
	}
	b := in.Body
	return s.Keep(ctx, Segment{ID: in.ID, Version: version, Name: b.Name, Note: b.Note, Definition: b.Definition})
}

type putSharing struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body struct {
		Shared bool `json:"shared" doc:"Everybody may use it; only its author changes it"`
	}
}

func (s *Service) putSharing(ctx context.Context, in *putSharing) (Segment, error) {
	version, err := in.Replaces()
	if err != nil {
		return Segment{}, err
	}
	return s.Share(ctx, in.ID, version, in.Body.Shared)
}

type deleteSegment struct {
	ID kernel.ID `path:"id"`
	web.Match
}

func (s *Service) deleteSegment(ctx context.Context, in *deleteSegment) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Drop(ctx, in.ID, version)
}

type getMembers struct {
	ID    kernel.ID   `path:"id"`
	AsOf  kernel.Date `query:"as_of" doc:"Empty: the last day of the ledger, at most today"`
	Band  int         `query:"band"  minimum:"0" maximum:"1000" doc:"One of its bands, from 1; 0: all of it"`
	After kernel.ID   `query:"after" doc:"The field next of the page before"`
	Limit int         `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getMembers(ctx context.Context, in *getMembers) (Found, error) {
	return s.Behind(ctx, in.ID, Trial{AsOf: in.AsOf, Band: in.Band, After: in.After, Limit: in.Limit})
}

type getExport struct {
	ID     kernel.ID   `path:"id"`
	AsOf   kernel.Date `query:"as_of"  doc:"Empty: the last day of the ledger, at most today"`
	Band   int         `query:"band"   minimum:"0" maximum:"1000" doc:"One of its bands, from 1; 0: all of it"`
	Format string      `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	out, err := s.Export(ctx, in.ID, in.Band, in.AsOf)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, out.Name, in.Format, out.Header, out.Rows)
	t.Population = s.accounts.Population
	return t, nil
}

func (s *Service) getSnapshots(ctx context.Context, in *byID) ([]Snapshot, error) {
	return s.Snapshots(ctx, in.ID)
}

type postSnapshot struct {
	ID   kernel.ID `path:"id"`
	Body struct {
		AsOf kernel.Date `json:"as_of,omitempty" doc:"Empty: the last day of the ledger, at most today"`
	}
}

func (s *Service) postSnapshot(ctx context.Context, in *postSnapshot) (Snapshot, error) {
	return s.Take(ctx, in.ID, in.Body.AsOf)
}

type getMovement struct {
	ID   kernel.ID `path:"id"`
	From kernel.ID `query:"from" required:"true" doc:"A snapshot"`
	To   kernel.ID `query:"to"   doc:"Another one; empty: now"`
}

func (s *Service) getMovement(ctx context.Context, in *getMovement) (Movement, error) {
	return s.Moved(ctx, in.ID, in.From, in.To)
}

type getReason struct {
	Account kernel.ID `path:"account"`
	Segment kernel.ID `path:"segment"`
}

func (s *Service) getReason(ctx context.Context, in *getReason) (Reason, error) {
	return s.Why(ctx, in.Segment, in.Account)
}
