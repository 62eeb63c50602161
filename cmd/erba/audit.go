package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"erba/kernel"
	"erba/platform/app"
	"erba/platform/audit"
)

func auditCommand() *cobra.Command {
	c := &cobra.Command{Use: "audit", Short: "The record of what was written, seen and refused"}
	c.AddCommand(auditVerify())
	return c
}

func auditVerify() *cobra.Command {
	c := &cobra.Command{Use: "verify", Short: "Look whether the record was tampered with", Args: cobra.NoArgs}
	format := c.Flags().String("format", "text", "text or json")
	noted := c.Flags().StringArray("noted", nil, "LOG:SEQ:HASH: an end that an earlier verification named, which must still be there")
	c.RunE = func(c *cobra.Command, _ []string) error {
		links, err := linksOf(*noted)
		if err != nil {
			return err
		}
		ctx, p, err := open(c)
		if err != nil {
			return err
		}
		defer p.Close()
		found, err := audit.Verify(ctx, p.DB, links...)
		if err != nil {
			return err
		}
		if *format == "json" {
			return json.NewEncoder(c.OutOrStdout()).Encode(found)
		}
		verified(c.OutOrStdout(), p, found)
		return nil
	}
	return c
}

// linksOf reads LOG:SEQ:HASH.
func linksOf(noted []string) (links []audit.Link, err error) {
	for _, text := range noted {
		log, rest, _ := strings.Cut(text, ":")
		number, hash, ok := strings.Cut(rest, ":")
		seq, bad := strconv.ParseInt(number, 10, 64)
		if !ok || bad != nil {
			return nil, kernel.Invalid("audit.bad_link", "link", text)
		}
		links = append(links, audit.Link{Log: log, Seq: seq, Hash: hash})
	}
	return links, nil
}

// verified says what a verification found.
func verified(w io.Writer, p *app.Product, r audit.Report) {
	say := func(key string, args map[string]any) { fmt.Fprintln(w, p.Texts.Say(spoken(), key, args)) }
	say("audit.holds", map[string]any{"n": r.Entries})
	for _, one := range []struct {
		key string
		n   int64
	}{{"audit.cut", r.Cut}, {"audit.forgotten", r.Forgotten}, {"audit.late", r.Late}} {
		if one.n > 0 {
			say(one.key, map[string]any{"n": one.n})
		}
	}
	if r.Unsealed > 0 {
		say("audit.unsealed", map[string]any{"n": r.Unsealed, "since": time.UnixMicro(r.Oldest).Format(time.DateTime)})
	}
	for _, end := range r.Ends {
		fmt.Fprintf(w, "%s:%d:%s\n", end.Log, end.Seq, end.Hash)
	}
}
