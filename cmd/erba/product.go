package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/user"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"erba/feature"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/config"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/mail"
	"erba/platform/text"
)

// open brings the database of --db up to date and starts the product on it.
// The context it returns works on behalf of the local operator.
func open(c *cobra.Command) (context.Context, *app.Product, error) {
	settings, err := config.Load(c.Flags())
	if err != nil {
		return nil, nil, err
	}
	return openAt(c.Context(), settings)
}

// openAt opens the database that the settings name, and the way for letters.
func openAt(ctx context.Context, settings config.Config) (context.Context, *app.Product, error) {
	post, err := mail.Open(mail.Server{Place: settings.MailPlace, User: settings.MailUser, Password: settings.MailWord, From: settings.MailFrom})
	if err != nil {
		return nil, nil, err
	}
	d, err := db.Open(settings.DB)
	if err != nil {
		return nil, nil, err
	}
	if err := feature.Product.Migrate(ctx, d); err != nil {
		return nil, nil, errors.Join(err, d.Close())
	}
	product := feature.Product
	product.Keys, product.Mail, product.Public = keyFile(settings), post, strings.TrimSuffix(settings.Public, "/")
	p, err := product.Start(d)
	if err != nil {
		return nil, nil, errors.Join(err, d.Close())
	}
	return p.Texts.With(identity.With(ctx, operator(p)), spoken()), p, nil
}

// operator is who sits at the command line, under the name the system knows
// him by. A command says what he does: under no grant he sees nothing.
func operator(p *app.Product) identity.Viewer {
	name := "unknown"
	if u, err := user.Current(); err == nil {
		name = u.Username
	}
	return p.Users.Operator(name)
}

// spoken is the language of the terminal; Chinese unless it says otherwise.
func spoken() string {
	if tag, err := language.Parse(os.Getenv("ERBA_LANGUAGE")); err == nil {
		return text.Choose(tag.String())
	}
	return text.Languages[0]
}

// fail says what went wrong in the user's words.
func fail(err error) {
	if errors.Is(err, errUnwell) {
		return // it has been said
	}
	texts, bad := feature.Product.Texts()
	f, ok := errors.AsType[*kernel.Fault](err)
	if !ok || bad != nil {
		fmt.Fprintln(os.Stderr, "erba:", err)
		return
	}
	fmt.Fprintln(os.Stderr, "erba:", texts.Say(spoken(), f.Key, f.Args))
}
