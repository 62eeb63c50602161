package pool

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts the pool on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/pool", "pool:read", s.getPool)
	web.Get(r, "/pool/standing", "pool:read", s.getStanding)
	web.Download(r, "/pool/export", "pool:export", s.getExport)
	web.Post(r, "/pool/{id}/taking", "pool:take", s.postTaking)
	web.Post(r, "/pool/{id}/assignment", "pool:assign", s.postPoolAssignment)
	web.Post(r, "/accounts/{account}/pool", "pool:give", s.postGiving)
	web.Get(r, "/pool/warnings", "pool:watch", s.getWarnings)
	web.Download(r, "/pool/warnings/export", "pool:export", s.getWarningsExport)
	web.Get(r, "/pool/rules", "pool:govern", s.getRules)
	web.Post(r, "/pool/rules/trial", "pool:govern", s.postPoolTrial)
	web.Put(r, "/pool/rules", "pool:govern", s.putPoolRules)
	web.Get(r, "/pool/runs", "pool:govern", s.getRuns)
	web.Post(r, "/pool/runs", "pool:govern", s.postRun)
	web.Post(r, "/pool/runs/{id}/undo", "pool:govern", s.postUndo)
}

// Narrowing is the part of the query that says which accounts.
type Narrowing struct {
	Search   string `query:"search"   maxLength:"60"`
	Region   string `query:"region"   maxLength:"60"`
	Industry string `query:"industry" maxLength:"60"`
	Latest   bool   `query:"latest"   doc:"Those that came last first, else by name"`
}

type getPool struct {
	Narrowing
	After kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getPool(ctx context.Context, in *getPool) (Page, error) {
	return s.List(ctx, Filter{in.Search, in.Region, in.Industry, in.Latest, in.After, in.Limit})
}

func (s *Service) getStanding(ctx context.Context, _ *struct{}) (Standing, error) {
	return s.Standing(ctx)
}

type getExport struct {
	Narrowing
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	say := func(key string) string { return text.Say(ctx, key, nil) }
	rows, err := s.Export(ctx, Filter{Search: in.Search, Region: in.Region, Industry: in.Industry, Latest: in.Latest}, say)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, say("pool.pool"), in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

type inPool struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) postTaking(ctx context.Context, in *inPool) (struct{}, error) {
	return struct{}{}, s.Take(ctx, in.ID)
}

type postPoolAssignment struct {
	ID   kernel.ID `path:"id"`
	Body struct {
		User kernel.ID   `json:"user"`
		On   kernel.Date `json:"on,omitempty" doc:"Empty: today"`
	}
}

func (s *Service) postPoolAssignment(ctx context.Context, in *postPoolAssignment) (struct{}, error) {
	return struct{}{}, s.Assign(ctx, in.ID, in.Body.User, in.Body.On)
}

type postGiving struct {
	Account kernel.ID `path:"account"`
	Body    struct {
		Reason string `json:"reason" maxLength:"300"`
	}
}

func (s *Service) postGiving(ctx context.Context, in *postGiving) (struct{}, error) {
	return struct{}{}, s.GiveBack(ctx, in.Account, in.Body.Reason)
}

type getWarnings struct {
	After kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getWarnings(ctx context.Context, in *getWarnings) (Warnings, error) {
	return s.Warnings(ctx, in.After, in.Limit)
}

type getWarningsExport struct {
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getWarningsExport(ctx context.Context, in *getWarningsExport) (export.Table, error) {
	say := func(key string) string { return text.Say(ctx, key, nil) }
	rows, err := s.ExportWarnings(ctx, say)
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, say("pool.warnings"), in.Format, ExportedWarnings, rows)
	t.Population = s.Population
	return t, nil
}

func (s *Service) getRules(ctx context.Context, _ *struct{}) (Rules, error) { return s.Rules(ctx) }

// Wanted is what somebody wants the rules to be.
type Wanted struct {
	Lines   []Line      `json:"lines"   maxItems:"4"`
	Unowned bool        `json:"unowned"`
	Warn    int64       `json:"warn"    minimum:"1" maximum:"60"`
	Most    int64       `json:"most"    minimum:"0" maximum:"1000"`
	Daily   int64       `json:"daily"   minimum:"0" maximum:"100"`
	Cooling int64       `json:"cooling" minimum:"0" maximum:"365"`
	Spare   []kernel.ID `json:"spare,omitempty" maxItems:"500" doc:"Key accounts that are left out by name"`
}

func (a Wanted) rules() Rules {
	return Rules{Lines: a.Lines, Unowned: a.Unowned, Warn: a.Warn, Most: a.Most, Daily: a.Daily, Cooling: a.Cooling, Spare: a.Spare}
}

type postPoolTrial struct{ Body Wanted }

func (s *Service) postPoolTrial(ctx context.Context, in *postPoolTrial) (Trial, error) {
	return s.Try(ctx, in.Body.rules())
}

type putPoolRules struct {
	web.Match
	Body struct {
		Wanted
		Reason string `json:"reason" maxLength:"300"`
	}
}

func (s *Service) putPoolRules(ctx context.Context, in *putPoolRules) (Rules, error) {
	version, err := in.Replaces()
	if err != nil {
		return Rules{}, err
	}
	r := in.Body.rules()
	r.Version, r.Reason = version, in.Body.Reason
	return s.Enforce(ctx, r)
}

func (s *Service) getRuns(ctx context.Context, _ *struct{}) ([]Run, error) { return s.Runs(ctx) }

// queued names a job.
type queued struct {
	Job kernel.ID `json:"job"`
}

func (s *Service) postRun(ctx context.Context, _ *struct{}) (queued, error) {
	id, err := s.Order(ctx)
	return queued{id}, err
}

func (s *Service) postUndo(ctx context.Context, in *inPool) (Undone, error) {
	return s.Undo(ctx, in.ID)
}
