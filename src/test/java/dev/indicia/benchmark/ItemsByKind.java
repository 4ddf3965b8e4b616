package dev.indicia.benchmark;

import dev.indicia.profile.Activity;
import dev.indicia.profile.Affiliation;
import dev.indicia.profile.ArmedActivity;
import dev.indicia.profile.Detention;
import dev.indicia.profile.FamilyTie;
import dev.indicia.profile.Incident;
import dev.indicia.profile.Item;
import dev.indicia.profile.Proceeding;
import dev.indicia.profile.Profile;
import dev.indicia.profile.Residence;
import dev.indicia.profile.Return;
import java.util.ArrayList;
import java.util.List;

/** The items of a profile, recorded or not, by their kind: what plain Java has for a net. */
final class ItemsByKind {
  final List<Affiliation> affiliations = new ArrayList<>();
  final List<FamilyTie> familyTies = new ArrayList<>();
  final List<Residence> residences = new ArrayList<>();
  final List<Proceeding> proceedings = new ArrayList<>();
  final List<Detention> detentions = new ArrayList<>();
  final List<Activity> activities = new ArrayList<>();
  final List<ArmedActivity> armedActivities = new ArrayList<>();
  final List<Incident> incidents = new ArrayList<>();
  final List<Return> returns = new ArrayList<>();

  ItemsByKind(Profile profile) {
    profile.items().forEach(this::add);
    profile.unrecorded().forEach(this::add);
  }

  private void add(Item item) {
    switch (item.group()) {
      case AFFILIATIONS -> affiliations.add((Affiliation) item);
      case FAMILY_TIES -> familyTies.add((FamilyTie) item);
      case RESIDENCES -> residences.add((Residence) item);
      case PROCEEDINGS -> proceedings.add((Proceeding) item);
      case DETENTIONS -> detentions.add((Detention) item);
      case ACTIVITIES -> activities.add((Activity) item);
      case ARMED_ACTIVITY -> armedActivities.add((ArmedActivity) item);
      case INCIDENTS -> incidents.add((Incident) item);
      case RETURNS -> returns.add((Return) item);
    }
  }
}
