package dev.bongsu.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes articles of made-up news in Korean and English: words of a skewed vocabulary with
/// particles, compounds, punctuation and odd spellings, the same for the same seed.
public final class ArticleGenerator {
  private static final List<String> KOREAN =
      List.of(
          ("정부 사이버안보 회의 훈련 합동훈련 대통령실 국회 반도체 삼성전자 인공지능 개인정보 보호위원회 한국인터넷진흥원 국가정보원 금리 인상"
                  + " 환율 수출 부산 세종 서울 대학교 연구팀 병원 백신 선거 투표 야구 축구 경기 날씨 태풍 지진 원전 전기차 배터리 랜섬웨어 악성코드"
                  + " 해킹 침해사고 제로데이 취약점 이사회 사회 정보 보안 안보 협력 외교부 장관 뉴질랜드 미국 중국 일본 유럽연합 관세 무역 협상 조사"
                  + " 법원 판결 검찰 경찰 교육 학교 학생 여행 항공 철도 지하철 주택 부동산 시장 기업 투자 주가 코스피 은행 카드 배우 영화 음악")
              .split(" "));
  private static final List<String> PARTICLES =
      List.of("이", "가", "은", "는", "을", "를", "의", "에", "에서", "으로", "와", "과", "도", "까지", "", "", "");
  private static final List<String> VERBS =
      List.of("열렸다.", "밝혔다.", "늘었다.", "논의했다.", "참석했다,", "줄었다.", "배우는", "발표했다.\n", "있다.", "나섰다!");
  private static final List<String> ENGLISH =
      List.of(
          ("government cyber security meeting ransomware malware hospital university universal chip"
               + " Samsung AI US IT data breach zero-day vulnerability patch election vote market"
               + " bank rate inflation trade tariff talks court police school students travel"
               + " airline railway housing company investment stock film music weather storm"
               + " earthquake nuclear battery electric vehicles minister parliament court's 3.5"
               + " U.S. node.js")
              .split(" "));

  private final Random random;

  public ArticleGenerator(long seed) {
    this.random = new Random(seed);
  }

  /// A title, in one line.
  public String title(boolean korean) {
    return words(korean, 5).replace("\n", " ").strip();
  }

  /// What follows the title.
  ///
  /// @param words how many, about
  public String body(boolean korean, int words) {
    return words(korean, words);
  }

  private String words(boolean korean, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      boolean foreign = random.nextInt(20) == 0;
      text.append(korean == foreign ? english() : korean())
          .append(random.nextInt(25) == 0 ? "" : " ");
    }
    return text.toString();
  }

  private String korean() {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return pick(VERBS);
    }
    return kind == 1 ? pick(KOREAN) + pick(KOREAN) : pick(KOREAN) + pick(PARTICLES);
  }

  private String english() {
    String word = pick(ENGLISH);
    return random.nextInt(8) == 0 ? word + "." : word;
  }

  /// Some words are much more frequent than others, as in the news.
  private String pick(List<String> words) {
    double skewed = random.nextDouble() * random.nextDouble();
    return words.get((int) (skewed * words.size()));
  }

  /// Queries of every shape over the same vocabulary.
  public List<String> queries(int count) {
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      queries.add(query());
    }
    return queries;
  }

  private String query() {
    return switch (random.nextInt(20)) {
      case 8 -> "\"" + word() + " " + word() + "\"~" + (1 + random.nextInt(4));
      case 9 -> prefix() + "* OR " + prefix() + "*";
      case 10 -> "=" + word();
      case 11 -> "=\"" + word() + " " + word() + "\" OR =" + word();
      case 12 -> "title:" + word();
      case 13 -> "title:(" + word() + " OR " + word() + ") -" + word();
      case 14 -> word() + " " + pick(List.of("lang:ko", "author:김하늘", "category:정치", "-lang:en"));
      case 15 -> "(author:\"jo lee\" OR category:사회) " + word();
      case 16 -> word() + " site:a.example -category:IT";
      case 17 -> pick(List.of("#cyber-diplomacy", "source:\"a feed\"")) + " OR " + word();
      case 18 -> word() + " " + word() + " " + word();
      case 0 -> word();
      case 1 -> word() + " " + word();
      case 2 -> word() + " OR " + word();
      case 3 -> word() + " -" + word();
      case 4 -> "\"" + word() + " " + word() + "\"";
      case 5 -> "(" + word() + " OR " + word() + ") " + word();
      case 6 -> word() + " (" + word() + " OR \"" + word() + " " + word() + "\") -" + word();
      case 7 -> word() + word();
      default -> word() + " -(" + word() + " OR " + word() + ")";
    };
  }

  private String prefix() {
    String word = pick(KOREAN);
    return word.substring(0, Math.min(word.length(), 2));
  }

  private String word() {
    return pick(random.nextInt(3) == 0 ? ENGLISH : KOREAN);
  }
}
