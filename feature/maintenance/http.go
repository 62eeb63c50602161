package maintenance

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts maintenance on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/maintenance", "maintenance:read", s.getBoard)
	web.Download(r, "/maintenance/export", "maintenance:export", s.getExport)
	web.Get(r, "/accounts/{account}/maintenance", "maintenance:read", s.getSheet)
	web.Post(r, "/accounts/{account}/maintenance", "maintenance:write", s.postActivity)
	web.Put(r, "/maintenance/{id}", "maintenance:write", s.putActivity)
	web.Delete(r, "/maintenance/{id}", "maintenance:write", s.deleteActivity)
	web.Put(r, "/accounts/{account}/maintenance/quality", "maintenance:write", s.putQuality)
}

type getMaintenance struct {
	State string      `query:"state" enum:"short,single" doc:"Empty: all"`
	Tier  string      `query:"tier"  enum:"MAJOR,NAMED,NONNAMED,MASS" doc:"Empty: all"`
	Owner kernel.ID   `query:"owner" doc:"Of this person's accounts only"`
	Month kernel.Date `query:"month" doc:"Of the calendar; empty: this one"`
	From  int         `query:"from"  minimum:"0" maximum:"100000" doc:"The field next of the page before"`
	Limit int         `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getBoard(ctx context.Context, in *getMaintenance) (Board, error) {
	return s.Board(ctx, Which{in.State, in.Tier, in.Owner, in.Month, in.From, in.Limit})
}

type getExport struct {
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "maintenance", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

type ofAccount struct {
	Account kernel.ID `path:"account" row:"account"`
}

func (s *Service) getSheet(ctx context.Context, in *ofAccount) (Sheet, error) {
	return s.Sheet(ctx, in.Account)
}

// doing is what somebody says of an activity.
type doing struct {
	Form    string      `json:"form"    enum:"hardware,software,function,spirit,special"`
	On      kernel.Date `json:"on"`
	Title   string      `json:"title"   maxLength:"120"`
	Spend   int64       `json:"spend"   minimum:"0" doc:"Minor units"`
	Reached int         `json:"reached,omitempty" minimum:"0" maximum:"10000" doc:"People, at least those who are named"`
	People  []kernel.ID `json:"people,omitempty"  maxItems:"50"`
	Remark  string      `json:"remark,omitempty"  maxLength:"500"`
}

func (d doing) activity() Activity {
	return Activity{Form: d.Form, On: d.On, Title: d.Title, Spend: d.Spend, Reached: d.Reached, People: d.People, Remark: d.Remark}
}

type postMaintenance struct {
	Account kernel.ID `path:"account"`
	Body    doing
}

func (s *Service) postActivity(ctx context.Context, in *postMaintenance) (Activity, error) {
	a := in.Body.activity()
	a.Account = in.Account
	return s.Record(ctx, a)
}

type putMaintenance struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body doing
}

func (s *Service) putActivity(ctx context.Context, in *putMaintenance) (Activity, error) {
	version, err := in.Replaces()
	if err != nil {
		return Activity{}, err
	}
	a := in.Body.activity()
	a.ID, a.Version = in.ID, version
	return s.Amend(ctx, a)
}

type deleteMaintenance struct {
	ID kernel.ID `path:"id"`
	web.Match
}

func (s *Service) deleteActivity(ctx context.Context, in *deleteMaintenance) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Undo(ctx, in.ID, version)
}

type putMaintenanceQuality struct {
	Account kernel.ID `path:"account" row:"account"`
	web.Match
	Body struct {
		Stakeholder   string `json:"stakeholder"   enum:"consumer,supplier,distributor,competitor,government,public"`
		Communication int    `json:"communication" minimum:"0" maximum:"5" doc:"0: not rated"`
		Cooperation   int    `json:"cooperation"   minimum:"0" maximum:"5"`
		WinWin        int    `json:"win_win"       minimum:"0" maximum:"5"`
		Closeness     int    `json:"closeness"     minimum:"0" maximum:"5"`
		Control       int    `json:"control"       minimum:"0" maximum:"5"`
		Evidence      string `json:"evidence"      maxLength:"500"`
	}
}

func (s *Service) putQuality(ctx context.Context, in *putMaintenanceQuality) (Quality, error) {
	version, err := in.Replaces()
	if err != nil {
		return Quality{}, err
	}
	b := in.Body
	return s.Rate(ctx, Quality{Account: in.Account, Stakeholder: b.Stakeholder, Communication: b.Communication, Cooperation: b.Cooperation,
		WinWin: b.WinWin, Closeness: b.Closeness, Control: b.Control, Evidence: b.Evidence, Version: version})
}
