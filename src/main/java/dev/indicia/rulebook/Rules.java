package dev.indicia.rulebook;

import dev.indicia.profile.Item;
import dev.indicia.profile.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.definition.KiePackage;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.conf.DirectFiringOption;

/** The compiled rules of a rulebook. Safe for use by several threads. */
public final class Rules {
  /**
   * Where rules send what they conclude. A finding is no fact: no rule could build on another's,
   * and the engine need not keep it.
   */
  static final String CHANNEL = "findings";

  /** Sessions that wait for use at the start; the pool grows with the threads that need one. */
  private static final int WAITING_SESSIONS = 2;

  private final KieBase rules;
  private final KieSessionsPool sessions;
  private final KieSessionConfiguration unordered = KieServices.get().newKieSessionConfiguration();

  Rules(KieBase rules) {
    this.rules = rules;
    this.sessions = rules.newKieSessionsPool(WAITING_SESSIONS);
    // No rule takes precedence over another, so none has to queue for its turn. Listeners do not
    // hear of rules that fire so.
    this.unordered.setOption(DirectFiringOption.YES);
    // The waiting sessions are made when one is asked for: now, not before the first profile.
    this.sessions.newKieSession(unordered).dispose();
  }

  /** The names of all rules. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (KiePackage each : rules.getKiePackages()) {
      each.getRules().forEach(rule -> names.add(rule.getName()));
    }
    return names;
  }

  /** What the rules conclude for a profile, by indicator, in no order. */
  public Map<String, List<Finding>> findings(Profile profile) {
    KieSession session = sessions.newKieSession(unordered);
    try {
      return fire(session, profile);
    } finally {
      session.dispose();
    }
  }

  /** The names of the rules that conclude 'true' for a profile. */
  Set<String> firing(Profile profile) {
    Set<String> names = new TreeSet<>();
    KieSession session = sessions.newKieSession();
    try {
      session.addEventListener(
          new DefaultAgendaEventListener() {
            @Override
            public void afterMatchFired(AfterMatchFiredEvent event) {
              boolean unrecorded =
                  event.getMatch().getObjects().stream()
                      .anyMatch(object -> object instanceof Item item && !item.isRecorded());
              Object reading = event.getMatch().getDeclarationValue("$reading");
              if (!unrecorded && reading == dev.indicia.profile.Reading.TRUE) {
                names.add(event.getMatch().getRule().getName());
              }
            }
          });
      fire(session, profile);
      return names;
    } finally {
      session.dispose();
    }
  }

  private static Map<String, List<Finding>> fire(KieSession session, Profile profile) {
    Map<String, List<Finding>> findings = new HashMap<>();
    session.registerChannel(
        CHANNEL,
        sent -> {
          Finding finding = (Finding) sent;
          findings.computeIfAbsent(finding.indicator(), id -> new ArrayList<>()).add(finding);
        });
    try {
      profile.items().forEach(session::insert);
      profile.unrecorded().forEach(session::insert);
      session.fireAllRules();
    } finally {
      // A session that waits for its next use would keep it, and what it holds of the profile.
      session.unregisterChannel(CHANNEL);
    }
    return findings;
  }
}
